// Everybody in the call, oneself first: their tracks go to the stage and the speaker, their state to tile and list.
import { announce, toast } from '../feedback.js';
import { player } from './sound.js';
import { Speaking } from './speaking.js';

const RETURN_MS = 10_000;

export class Participants {
  #parts;
  #peers = new Map();
  #self = null;
  #speaking;
  #replaced = new Map();

  /** `onCount` is told how many people are in, oneself included. */
  constructor({ stage, people, onCount, onSoundBlocked }) {
    this.#parts = { stage, people, onCount, onSoundBlocked };
    this.#speaking = new Speaking(ids => stage.speaking(ids));
  }

  welcome(self, media) {
    this.#self = { ...self, own: true, state: { audio: media.on.audio, video: media.on.video, screen: false } };
    this.#parts.stage.add(this.#self);
    this.#parts.people.show(this.#self);
    ['audio', 'video'].forEach(kind => this.ownTrack(kind, media.tracks[kind]));
    this.#count();
  }

  ownTrack(kind, track) {
    if (kind === 'video') {
      this.#parts.stage.track(this.#self.peerId, 'camera', track);
    } else {
      this.#speaking.follow(this.#self.peerId, track);
    }
  }

  ownState(state) {
    this.#self.state = state;
    this.#parts.stage.update(this.#self);
    this.#parts.people.show(this.#self);
  }

  /** Somebody comes in. Who only changed the connection is not announced. */
  joined(peer) {
    const returned = this.#cameBack(peer.identity);
    this.add(peer);
    if (!returned) {
      toast(`${peer.name} joined`);
    }
  }

  add(peer) {
    this.#peers.set(peer.peerId, { ...peer, own: false, sound: player(this.#parts.onSoundBlocked) });
    this.#parts.stage.add(peer);
    this.#parts.people.show(peer);
    this.#count();
  }

  left(peerId, reason) {
    const peer = this.#peers.get(peerId);
    if (!peer) {
      return;
    }
    peer.sound.stop();
    this.#peers.delete(peerId);
    this.#speaking.follow(peerId, null);
    this.#parts.stage.remove(peerId);
    this.#parts.people.remove(peerId);
    this.#count();
    if (reason === 'replaced') {
      this.#replaced.set(peer.identity, Date.now());
    } else {
      this.#tellLeft(peer, reason);
    }
  }

  #tellLeft({ name, identity }, reason) {
    const stillHere = [...this.#peers.values()].some(peer => peer.identity === identity);
    if (!stillHere) {
      toast({ lost: `${name} lost the connection`, removed: `${name} was removed` }[reason] ?? `${name} left`);
    }
  }

  track({ peerId, source, track }) {
    const peer = this.#peers.get(peerId);
    if (!peer) {
      return;
    }
    if (source === 'microphone') {
      peer.sound.play(track);
      this.#speaking.follow(peerId, track);
    } else {
      this.#parts.stage.track(peerId, source, track);
    }
  }

  state(peerId, state) {
    const peer = this.#peers.get(peerId);
    if (!peer) {
      return;
    }
    if (state.screen !== peer.state.screen) {
      announce(`${peer.name} ${state.screen ? 'shares the screen' : 'stopped sharing the screen'}`);
    }
    peer.state = state;
    this.#parts.stage.update(peer);
    this.#parts.people.show(peer);
  }

  connection(peerId, state) {
    this.#parts.stage.connection(peerId, state);
  }

  close() {
    this.#peers.forEach(peer => peer.sound.stop());
    this.#speaking.close();
  }

  #cameBack(identity) {
    const since = this.#replaced.get(identity);
    this.#replaced.delete(identity);
    const here = [...this.#peers.values()].some(peer => peer.identity === identity);
    return here || (since !== undefined && Date.now() - since < RETURN_MS);
  }

  #count() {
    this.#parts.onCount(this.#peers.size + 1);
    this.#parts.stage.alone(this.#peers.size === 0);
  }
}
