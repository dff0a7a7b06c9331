/**
 * The browser client of the LiveKit provider: media flows through a LiveKit server. It is of the shape that `embedded.js`
 * describes; LiveKit's own client (livekit-client 2.23, Apache-2.0) comes with it.
 */
import { LiveKitCall } from './livekit/call.js';

const CLIENT = new URL('livekit/livekit-client.umd.js', import.meta.url).href;

/**
 * Joins. Resolves once LiveKit has let us in and `welcome` was reported; rejects with an Error that has a `code` and a message
 * for people.
 *
 * @param {Options} options  see `embedded.js`
 * @return {Promise<Call>}   see `embedded.js`
 */
export async function connect(options) {
  const livekit = await client();
  if (!livekit.isBrowserSupported()) {
    throw Object.assign(new Error('This browser cannot make video calls: WebRTC is missing or switched off.'), {
      code: 'unsupported',
    });
  }
  if (options.encryptedFor && !livekit.isE2EESupported()) {
    throw Object.assign(new Error('This browser cannot encrypt the meeting. Join with another one.'), { code: 'unsupported' });
  }
  const call = new LiveKitCall(livekit, options);
  await call.join();
  return call;
}

/** LiveKit's client makes itself a property of the window. */
async function client() {
  if (!window.LivekitClient) {
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = CLIENT;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        reject(Object.assign(new Error('The video client could not be loaded. Try again.'), { code: 'unavailable' }));
      };
      document.head.append(script);
    });
  }
  return window.LivekitClient;
}
