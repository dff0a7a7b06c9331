// What a join token says. It is read here and believed by nobody: Twilio and the server verify it.

/** @return {{room: string, identity: string, name: string, role: string}} */
export function holder(token) {
  try {
    const [, payload] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), it => it.charCodeAt(0));
    const { grants, convene } = JSON.parse(new TextDecoder().decode(bytes));
    const identity = grants.identity;
    return { room: grants.video.room, identity, name: convene?.name ?? identity, role: convene?.role ?? 'publisher' };
  } catch {
    throw Object.assign(new Error('The invitation is not valid.'), { code: 'token-invalid' });
  }
}
