// Who else is in the room, with the link to each of them.
import { PeerLink } from './peer-link.js';
import { shareBandwidth } from './quality.js';
import { summary } from './stats.js';

// How long somebody whose connection broke is kept on show: their media may still flow, and most are back at once.
const LOST_GRACE_MS = 10_000;
const MAY_SEND = new Set(['moderator', 'publisher', 'publisheronly']);
const MAY_RECEIVE = new Set(['moderator', 'publisher', 'subscriber']);

export class Roster {
  #peers = new Map();
  #tracks;
  #send;
  #emit;
  #role = null;
  #iceServers = [];

  /** `tracks` maps sources to the tracks sent to everybody; `send` passes a message on; `emit` reports a CallEvent. */
  constructor({ tracks, send, emit }) {
    this.#tracks = tracks;
    this.#send = send;
    this.#emit = emit;
  }

  /** What every link needs to know of the welcome. */
  welcomed({ role, iceServers }) {
    this.#role = role;
    this.#iceServers = iceServers;
  }

  /** Links to somebody who was reported already. */
  link(peer) {
    const { peerId, identity, role, polite } = peer;
    const link = new PeerLink({
      polite,
      iceServers: this.#iceServers,
      sends: MAY_SEND.has(this.#role) && MAY_RECEIVE.has(role),
      receives: MAY_SEND.has(role) && MAY_RECEIVE.has(this.#role),
      tracks: this.#tracks,
      send: message => this.#send({ ...message, to: peerId }),
      onTrack: (source, track) => this.#emit({ type: 'track', peerId, source, track }),
      onConnection: state => {
        this.#emit({ type: 'connection', peerId, state });
        this.shareBandwidth();
      },
    });
    this.#peers.set(peerId, { identity, link, lost: null });
  }

  /** Somebody comes in; whoever was lost under the same identity is back now. */
  joined(peer) {
    const before = [...this.#peers].filter(([, { identity, lost }]) => lost && identity === peer.identity);
    before.forEach(([peerId]) => this.#remove(peerId, 'replaced'));
    if (this.#peers.has(peer.peerId)) {
      this.#drop(peer.peerId);
      this.#emit({ type: 'state', peerId: peer.peerId, state: peer.state });
    } else {
      this.#emit({ type: 'peer-joined', peer });
    }
    this.link(peer);
  }

  left(peerId, reason) {
    const peer = this.#peers.get(peerId);
    if (peer && reason === 'lost') {
      clearTimeout(peer.lost);
      peer.lost = setTimeout(() => this.#remove(peerId, reason), LOST_GRACE_MS);
      this.#emit({ type: 'connection', peerId, state: 'interrupted' });
    } else {
      this.#remove(peerId, reason);
    }
  }

  /** After a reconnection: who is missing now may be on the way back too, as after a restart of the server. */
  meetAgain(peers) {
    const present = new Set(peers.map(peer => peer.peerId));
    [...this.#peers.keys()].filter(id => !present.has(id)).forEach(id => this.left(id, 'lost'));
    peers.forEach(peer => this.joined(peer));
  }

  /** A description or candidate from a peer; what comes from somebody who has gone meanwhile is dropped. */
  async relayed({ type, from, description, candidate }) {
    const link = this.#peers.get(from)?.link;
    try {
      await (type === 'description' ? link?.description(description) : link?.candidate(candidate));
    } catch (error) {
      if (this.#peers.get(from)?.link === link) {
        console.error('negotiation failed', error);
      }
    }
  }

  setTrack(source, track) {
    this.#peers.forEach(({ link }) => link.setTrack(source, track));
  }

  shareBandwidth() {
    shareBandwidth([...this.#peers.values()].map(({ link }) => link));
  }

  stats() {
    return Promise.all([...this.#peers].map(([peerId, { link }]) => summary(peerId, link.connection)));
  }

  close() {
    [...this.#peers.keys()].forEach(peerId => this.#drop(peerId));
    this.#peers.clear();
  }

  #remove(peerId, reason) {
    this.#drop(peerId);
    if (this.#peers.delete(peerId)) {
      this.#emit({ type: 'peer-left', peerId, reason });
      this.shareBandwidth();
    }
  }

  #drop(peerId) {
    const peer = this.#peers.get(peerId);
    clearTimeout(peer?.lost);
    peer?.link.close();
  }
}
