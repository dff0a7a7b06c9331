// The call: what this browser sends and is told, between the page and the server.
import { Roster } from './roster.js';
import { Signal } from './signal.js';

/** The interface `Call` of ../embedded.js. */
export class EmbeddedCall {
  #options;
  #signal = null;
  #roster;
  #self = null;
  #tracks = new Map();
  #state;
  #over = false;

  constructor(options) {
    const { microphone, camera, audio, video } = options.media;
    this.#options = options;
    this.#tracks.set('microphone', microphone).set('camera', camera);
    this.#state = { audio: Boolean(microphone && audio), video: Boolean(camera && video), screen: false };
    if (microphone) {
      microphone.enabled = audio;
    }
    this.#roster = new Roster({
      tracks: this.#tracks,
      send: message => this.#signal.send(message),
      emit: event => this.#emit(event),
    });
  }

  /** Resolves with the first welcome. */
  join() {
    const { serverUrl, token, renewToken } = this.#options;
    return new Promise((resolve, reject) => {
      this.#signal = new Signal({
        serverUrl,
        token,
        renewToken,
        onMessage: message => {
          this.#received(message);
          if (message.type === 'welcome') {
            resolve();
          }
        },
        onDown: () => this.#emit({ type: 'reconnecting' }),
        onOver: (code, message) => {
          reject(Object.assign(new Error(message), { code }));
          this.#finish(code === 'room-closed' ? { type: 'ended' } : { type: 'error', code, message, fatal: true });
        },
      });
    });
  }

  setAudio(on) {
    const microphone = this.#tracks.get('microphone');
    if (microphone) {
      microphone.enabled = on;
    }
    this.#announce({ audio: on && Boolean(microphone) });
  }

  setVideo(on) {
    this.#announce({ video: on && Boolean(this.#tracks.get('camera')) });
  }

  replaceTrack(source, track) {
    this.#tracks.set(source, track);
    if (source === 'microphone' && track) {
      track.enabled = this.#state.audio;
    }
    this.#roster.setTrack(source, track);
  }

  shareScreen(track) {
    // Text has to stay legible: rather fewer frames than a blurred picture (https://www.w3.org/TR/mst-content-hint/).
    track.contentHint = 'detail';
    this.replaceTrack('screen', track);
    this.#announce({ screen: true });
    this.#roster.shareBandwidth();
  }

  stopShare() {
    this.replaceTrack('screen', null);
    this.#announce({ screen: false });
  }

  sendChat(text) {
    return this.#signal.send({ type: 'chat', text });
  }

  removePeer(peerId) {
    this.#signal.send({ type: 'remove', peerId });
  }

  endForAll() {
    this.#signal.send({ type: 'end' });
  }

  leave() {
    this.#signal.send({ type: 'leave' });
    this.#finish(null);
  }

  stats() {
    return this.#roster.stats();
  }

  #received(message) {
    const handlers = {
      welcome: () => this.#welcome(message),
      'peer-joined': () => this.#roster.joined(message.peer),
      'peer-left': () => this.#roster.left(message.peerId, message.reason),
      description: () => this.#roster.relayed(message),
      candidate: () => this.#roster.relayed(message),
      state: () => this.#emit({ type: 'state', peerId: message.from, state: message.state }),
      chat: () => this.#emit({ ...message, own: message.from === this.#self.peerId }),
      ended: () => this.#finish({ type: 'ended' }),
      removed: () => this.#finish({ type: 'removed' }),
      error: () => this.#refused(message),
    };
    handlers[message.type]?.();
  }

  /** The first welcome starts the call. A later one, after a loss, brings a new peer id, so every link is made anew. */
  #welcome(message) {
    const again = this.#self !== null;
    const { peerId, identity, name, role, peers, maxPeers } = message;
    this.#self = { peerId, identity, name, role };
    this.#roster.welcomed(message);
    this.#signal.send({ type: 'state', state: this.#state });
    if (again) {
      this.#roster.meetAgain(peers);
      this.#emit({ type: 'reconnected', self: this.#self });
    } else {
      this.#emit({ type: 'welcome', self: this.#self, peers, maxPeers });
      peers.forEach(peer => this.#roster.link(peer));
    }
  }

  /** What concerns the connection as a whole is followed by its close, which reports it. */
  #refused({ code, message }) {
    if (this.#self && !/^(token|room)-/.test(code)) {
      this.#emit({ type: 'error', code, message, fatal: false });
    }
  }

  #announce(change) {
    this.#state = { ...this.#state, ...change };
    this.#signal.send({ type: 'state', state: this.#state });
  }

  #emit(event) {
    if (!this.#over) {
      this.#options.onEvent(event);
    }
  }

  #finish(event) {
    if (this.#over) {
      return;
    }
    if (event && this.#self) {
      this.#emit(event);
    }
    this.#over = true;
    this.#signal.close();
    this.#roster.close();
  }
}
