/**
 * The browser client of the embedded provider: browser-to-browser WebRTC, for rooms of up to six.
 *
 * Every provider brings one module of this shape under `/convene/providers/<name>.js`. The join page knows only what is
 * written here; of WebRTC it sees nothing but MediaStreamTracks.
 *
 * @typedef {'microphone'|'camera'|'screen'} Source
 * @typedef {'moderator'|'publisher'|'subscriber'|'publisheronly'} Role
 *
 * @typedef {Object} MediaState    what a person sends, as they announce it
 * @property {boolean} audio       microphone on
 * @property {boolean} video       camera on
 * @property {boolean} screen      sharing the screen
 *
 * @typedef {Object} PeerInfo      somebody else in the call
 * @property {string} peerId       one connection of a person; a new one after each reconnection of theirs
 * @property {string} identity     the person
 * @property {string} name         as typed by them: untrusted
 * @property {Role} role
 * @property {MediaState} state
 *
 * @typedef {Object} Options
 * @property {string} token        the join token, as POST /join answers it
 * @property {string} serverUrl    where Convene is served, with a slash at the end
 * @property {{microphone: ?MediaStreamTrack, camera: ?MediaStreamTrack, audio: boolean, video: boolean}} media
 *           own tracks at the start, and which of them are on. The caller owns the tracks: they are never stopped here
 * @property {(event: CallEvent) => void} onEvent
 * @property {() => Promise<string>} [renewToken]  asked for a fresh token if a reconnection finds the old one expired
 * @property {Object<string, string>} [settings]    what the provider's server side tells its client (`BrowserClient`)
 * @property {?string} [encryptedFor]   the meeting's link if nobody but its people may read the media
 * @property {() => Promise<boolean>} [hasEnded]    whether the meeting has; for providers that do not tell why we are out
 * @property {() => Promise<void>} [endMeeting]     ends the meeting for all, for providers that cannot by themselves
 *
 * @typedef {{type: 'welcome', self: {peerId: string, identity: string, name: string, role: Role}, peers: PeerInfo[],
 *            maxPeers: number}} Welcome               once, before anything else
 * @typedef {{type: 'peer-joined', peer: PeerInfo}} PeerJoined
 * @typedef {{type: 'peer-left', peerId: string, reason: 'left'|'lost'|'removed'|'replaced'}} PeerLeft
 *          `replaced`: the same person is back on another connection
 * @typedef {{type: 'track', peerId: string, source: Source, track: ?MediaStreamTrack}} Track  null: there is none any more
 * @typedef {{type: 'state', peerId: string, state: MediaState}} State
 * @typedef {{type: 'connection', peerId: string, state: 'connecting'|'connected'|'interrupted'}} Connection
 * @typedef {{type: 'chat', from: string, own: boolean, name: string, text: string, at: string}} Chat  own ones come back too
 * @typedef {{type: 'reconnecting'}} Reconnecting        the server cannot be reached; tries go on
 * @typedef {{type: 'reconnected', self: {peerId: string}}} Reconnected
 * @typedef {{type: 'ended'}} Ended                      for all; the call is over
 * @typedef {{type: 'removed'}} Removed                  by a moderator; the call is over
 * @typedef {{type: 'error', code: string, message: string, fatal: boolean}} CallError  fatal: the call is over
 * @typedef {Welcome|PeerJoined|PeerLeft|Track|State|Connection|Chat|Reconnecting|Reconnected|Ended|Removed|CallError} CallEvent
 *
 * @typedef {Object} PeerStats
 * @property {string} peerId
 * @property {string} connectionState
 * @property {number} framesDecoded       of all video received from this peer so far
 * @property {number} audioBytesReceived
 *
 * @typedef {Object} Call
 * @property {(on: boolean) => void} setAudio              mutes or unmutes the microphone
 * @property {(on: boolean) => void} setVideo              announces whether the camera is on
 * @property {(source: Source, track: ?MediaStreamTrack) => void} replaceTrack   sends another device's track, or none
 * @property {(track: MediaStreamTrack) => void} shareScreen
 * @property {() => void} stopShare
 * @property {(text: string) => boolean} sendChat          false: not sent, the connection is down
 * @property {(peerId: string) => void} removePeer         moderators only
 * @property {() => void} endForAll                        moderators only
 * @property {() => void} leave
 * @property {() => Promise<PeerStats[]>} stats
 */
import { EmbeddedCall } from './embedded/call.js';

/**
 * Joins. Resolves once the server has let us in and `welcome` was reported; rejects with an Error that has a `code`
 * (`token-invalid`, `token-expired`, `room-full`, `room-closed`, `unavailable`, `unsupported`, …) and a message for people.
 *
 * @param {Options} options
 * @return {Promise<Call>}
 */
export async function connect(options) {
  if (!('RTCPeerConnection' in window)) {
    throw Object.assign(new Error('This browser cannot make video calls: WebRTC is missing or switched off.'), {
      code: 'unsupported',
    });
  }
  const call = new EmbeddedCall(options);
  await call.join();
  return call;
}
