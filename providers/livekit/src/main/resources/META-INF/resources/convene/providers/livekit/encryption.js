// End-to-end encryption: LiveKit's client encrypts what it sends in a worker, so that the LiveKit server cannot read it.

const WORKER = new URL('livekit-client.e2ee.worker.js', import.meta.url).href;

/** For the room's options; nothing if the meeting is not encrypted. */
export function encryption(livekit, link) {
  return link ? { keyProvider: new livekit.ExternalE2EEKeyProvider(), worker: new Worker(WORKER) } : undefined;
}

/** The key is made of the link, which LiveKit does not know. */
export async function encrypt(room, { keyProvider }, link) {
  const text = new TextEncoder().encode(`convene end-to-end v1 ${link}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  await keyProvider.setKey(Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join(''));
  await room.setE2EEEnabled(true);
}
