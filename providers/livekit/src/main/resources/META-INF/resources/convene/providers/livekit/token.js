// What a join token says. It is read here and believed by nobody: LiveKit and the server verify it.

/** @return {{identity: string, name: string, role: string}} */
export function holder(token) {
  try {
    const [, payload] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), it => it.charCodeAt(0));
    const { sub, name, video } = JSON.parse(new TextDecoder().decode(bytes));
    return { identity: sub, name: name || sub, role: role(video) };
  } catch {
    throw Object.assign(new Error('The invitation is not valid.'), { code: 'token-invalid' });
  }
}

function role({ roomAdmin, canPublish, canSubscribe }) {
  if (roomAdmin) {
    return 'moderator';
  }
  if (canPublish === false) {
    return 'subscriber';
  }
  return canSubscribe === false ? 'publisheronly' : 'publisher';
}
