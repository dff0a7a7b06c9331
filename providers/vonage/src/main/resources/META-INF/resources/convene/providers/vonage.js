/**
 * The browser client of Vonage: media goes over Vonage's servers, by Vonage's own script, which is loaded from where the
 * operator says (`convene.vonage.client.url`). Its interface is that of ./embedded.js.
 * https://vonage.github.io/video-docs/video-js-reference/latest/
 */
import { VonageCall } from './vonage/call.js';
import { loadClient } from './vonage/load.js';

/**
 * Joins; see `connect` of ./embedded.js.
 *
 * @param {Object} options
 * @return {Promise<Object>}
 */
export async function connect(options) {
  const OT = await loadClient(options.settings?.script);
  if (OT.checkSystemRequirements() !== 1) {
    throw Object.assign(new Error('This browser cannot make video calls: WebRTC is missing or switched off.'), {
      code: 'unsupported',
    });
  }
  const call = new VonageCall(OT, options);
  await call.join();
  return call;
}
