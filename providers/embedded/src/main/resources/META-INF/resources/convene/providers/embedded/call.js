// The call: who is in it as the server tells, one PeerLink to each of them, and what this browser sends.
import { PeerLink } from './peer-link.js';
import { shareBandwidth } from './quality.js';
import { Signal } from './signal.js';
import { summary } from './stats.js';

const MAY_SEND = new Set(['moderator', 'publisher', 'publisheronly']);
const MAY_RECEIVE = new Set(['moderator', 'publisher', 'subscriber']);

/** The interface `Call` of ../embedded.js. */
export class EmbeddedCall {
  #options;
  #signal = null;
  #self = null;
  #iceServers = [];
  #peers = new Map();
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
          this.#finish(overEvent(code, message));
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
    this.#peers.forEach(({ link }) => link.setTrack(source, track));
  }

  shareScreen(track) {
    // Text has to stay legible: rather fewer frames than a blurred picture (https://www.w3.org/TR/mst-content-hint/).
    track.contentHint = 'detail';
    this.replaceTrack('screen', track);
    this.#announce({ screen: true });
    this.#shareBandwidth();
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
    return Promise.all([...this.#peers].map(([peerId, { link }]) => summary(peerId, link.connection)));
  }

  #received(message) {
    const handlers = {
      welcome: () => this.#welcome(message),
      'peer-joined': () => this.#addPeer(message.peer),
      'peer-left': () => this.#removePeer(message.peerId, message.reason),
      description: () => this.#relayed(message, link => link.description(message.description)),
      candidate: () => this.#relayed(message, link => link.candidate(message.candidate)),
      state: () => this.#emit({ type: 'state', peerId: message.from, state: message.state }),
      chat: () => this.#emit({ ...message, own: message.from === this.#self.peerId }),
      ended: () => this.#finish({ type: 'ended' }),
      removed: () => this.#finish({ type: 'removed' }),
      error: () => this.#refused(message),
    };
    handlers[message.type]?.();
  }

  /** What concerns the connection as a whole is followed by its close, which reports it. */
  #refused({ code, message }) {
    if (this.#self && !/^(token|room)-/.test(code)) {
      this.#emit({ type: 'error', code, message, fatal: false });
    }
  }

  /** The first welcome starts the call. A later one, after a loss, brings a new peer id, so every link is made anew. */
  #welcome({ peerId, identity, name, role, iceServers, maxPeers, peers }) {
    const again = this.#self !== null;
    this.#self = { peerId, identity, name, role };
    this.#iceServers = iceServers;
    this.#signal.send({ type: 'state', state: this.#state });
    if (!again) {
      this.#emit({ type: 'welcome', self: this.#self, peers, maxPeers });
    }
    const before = new Map(this.#peers);
    const present = new Set(peers.map(peer => peer.peerId));
    [...before.keys()].filter(id => !present.has(id)).forEach(id => this.#removePeer(id, 'left'));
    peers.forEach(peer => this.#meet(peer, !again || before.has(peer.peerId)));
    if (again) {
      this.#emit({ type: 'reconnected', self: this.#self });
    }
  }

  /** Links to somebody the page knows of already, or tells it of them first. */
  #meet(peer, known) {
    if (known) {
      this.#emit({ type: 'state', peerId: peer.peerId, state: peer.state });
    } else {
      this.#emit({ type: 'peer-joined', peer });
    }
    this.#peers.get(peer.peerId)?.link.close();
    this.#link(peer);
  }

  #addPeer(peer) {
    this.#meet(peer, this.#peers.has(peer.peerId));
  }

  #removePeer(peerId, reason) {
    this.#peers.get(peerId)?.link.close();
    if (this.#peers.delete(peerId)) {
      this.#emit({ type: 'peer-left', peerId, reason });
      this.#shareBandwidth();
    }
  }

  #link(peer) {
    const { peerId, role, polite } = peer;
    const link = new PeerLink({
      polite,
      iceServers: this.#iceServers,
      sends: MAY_SEND.has(this.#self.role) && MAY_RECEIVE.has(role),
      receives: MAY_SEND.has(role) && MAY_RECEIVE.has(this.#self.role),
      tracks: this.#tracks,
      send: message => this.#signal.send({ ...message, to: peerId }),
      onTrack: (source, track) => this.#emit({ type: 'track', peerId, source, track }),
      onConnection: state => {
        this.#emit({ type: 'connection', peerId, state });
        this.#shareBandwidth();
      },
    });
    this.#peers.set(peerId, { link });
  }

  /** Descriptions and candidates of somebody who has gone meanwhile are dropped. */
  async #relayed({ from }, apply) {
    const link = this.#peers.get(from)?.link;
    try {
      await (link && apply(link));
    } catch (error) {
      if (this.#peers.get(from)?.link === link) {
        console.error('negotiation failed', error);
      }
    }
  }

  #announce(change) {
    this.#state = { ...this.#state, ...change };
    this.#signal.send({ type: 'state', state: this.#state });
  }

  #shareBandwidth() {
    shareBandwidth([...this.#peers.values()].map(({ link }) => link));
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
    this.#peers.forEach(({ link }) => link.close());
    this.#peers.clear();
  }
}

/** A connection the server ended for good says why by its code. */
function overEvent(code, message) {
  if (code === 'room-closed') {
    return { type: 'ended' };
  }
  return { type: 'error', code, message, fatal: true };
}
