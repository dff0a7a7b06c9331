// What a join token says. The page needs to know which session it is for; Vonage checks it.

/** `{sessionId, data}` of a token of either form: a JWT, or OpenTok's older `T1==`. */
export function readToken(token) {
  if (token.startsWith('T1==')) {
    const text = decode(token.slice(4));
    const fields = new URLSearchParams(text.slice(text.indexOf(':') + 1));
    return { sessionId: fields.get('session_id'), data: fields.get('connection_data') ?? '' };
  }
  const claims = JSON.parse(decode(token.split('.')[1]));
  return { sessionId: claims.session_id, data: claims.connection_data ?? '' };
}

/** `{identity, name}` of connection data, as the server's ConnectionData writes it. */
export function readPerson(data) {
  if (data.startsWith('{}') && data.length > 2) {
    return { identity: data.slice(2), name: data.slice(2) };
  }
  try {
    const { identity, name } = data.startsWith('{') ? JSON.parse(data) : {};
    if (typeof identity === 'string') {
      return { identity, name: typeof name === 'string' && name.trim() ? name : identity };
    }
  } catch {
    // somebody else's data is an identity as it stands
  }
  return { identity: data, name: data };
}

function decode(base64url) {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, letter => letter.charCodeAt(0)));
}
