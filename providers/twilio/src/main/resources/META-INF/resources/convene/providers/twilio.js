/**
 * The browser client of the Twilio provider: media flows through a room of Twilio Video. It is of the shape that `embedded.js`
 * describes; Twilio's own client (twilio-video.js 2.36, BSD-3) comes with it, but for a line that our Content-Security-Policy forbids (see its head).
 */
import { TwilioCall } from './twilio/call.js';

const CLIENT = new URL('twilio/twilio-video.min.js', import.meta.url).href;

/**
 * Joins. Resolves once Twilio has let us in and `welcome` was reported; rejects with an Error that has a `code` and a message
 * for people.
 *
 * @param {Options} options  see `embedded.js`
 * @return {Promise<Call>}   see `embedded.js`
 */
export async function connect(options) {
  const video = await client();
  if (!video.isSupported) {
    throw Object.assign(new Error('This browser cannot make video calls with Twilio.'), { code: 'unsupported' });
  }
  const call = new TwilioCall(video, options);
  await call.join();
  return call;
}

/** Twilio's client makes itself a property of the window. */
async function client() {
  if (!window.Twilio?.Video) {
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
  return window.Twilio.Video;
}
