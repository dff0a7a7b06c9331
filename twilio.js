/**
 * The browser client of the Twilio provider, by Twilio's own library. It has the shape that is documented at the top of
 * embedded.js, and these limits:
 *
 * - A person is in a room once: who joins again takes the place of their earlier window, which ends with the error `replaced`.
 * - Nobody can be removed from here. Ending the meeting for all goes by Convene, as whoever is signed in there.
 * - Chat goes from browser to browser by a data track, so who comes later does not see what was written before.
 */
import { TwilioCall } from './twilio/call.js';
import { library } from './twilio/library.js';

/**
 * Joins. Resolves once Twilio has let us in and `welcome` was reported; rejects with an Error that has a `code` and a message
 * for people.
 *
 * @param {import('./embedded.js').Options} options
 * @return {Promise<import('./embedded.js').Call>}
 */
export async function connect(options) {
  const video = await library();
  if (!video.isSupported) {
    throw Object.assign(new Error('This browser cannot make video calls with Twilio.'), { code: 'unsupported' });
  }
  const call = new TwilioCall(options, video);
  await call.join();
  return call;
}
