// Somebody else in the room: their tracks as Twilio reports them, and their name as they tell it.
import { read } from './messages.js';

/** How long a name is waited for. Whoever joined by another client of Twilio's never tells one. */
const INTRODUCTION_MS = 1_500;

const SOURCES = { audio: ['microphone'], video: ['camera', 'screen'] };

export class Peer {
  #participant;
  #emit;
  #onMessage;
  #tracks = new Map();
  #name = null;
  #waiting = [];
  #introduce;
  /** Resolves once the person has a name to be shown by. */
  introduced = new Promise(resolve => {
    this.#introduce = resolve;
  });

  /** `onMessage` is told what they say, once it was found to be a message. */
  constructor({ participant, emit, onMessage }) {
    this.#participant = participant;
    this.#emit = emit;
    this.#onMessage = onMessage;
    participant.on('trackSubscribed', track => this.#subscribed(track));
    participant.on('trackUnsubscribed', track => this.#unsubscribed(track));
    participant.on('trackEnabled', () => this.#stateChanged());
    participant.on('trackDisabled', () => this.#stateChanged());
    participant.on('reconnecting', () => this.#tell({ type: 'connection', state: 'interrupted' }));
    participant.on('reconnected', () => this.#tell({ type: 'connection', state: 'connected' }));
    participant.tracks.forEach(({ track }) => track && this.#subscribed(track));
    setTimeout(() => this.named(participant.identity), INTRODUCTION_MS);
  }

  get id() {
    return this.#participant.sid;
  }

  get name() {
    return this.#name ?? this.#participant.identity;
  }

  get isIntroduced() {
    return this.#name !== null;
  }

  get isReported() {
    return this.#waiting === null;
  }

  get info() {
    const { identity } = this.#participant;
    // what others may do is for the server to know
    return { peerId: this.id, identity, name: this.name, role: 'publisher', state: this.#state() };
  }

  /** The first name counts. */
  named(name) {
    if (this.#name === null) {
      this.#name = name || this.#participant.identity;
      this.#introduce();
    }
  }

  /** From now on what happens is reported; what has happened first. */
  reported() {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#emit({ type: 'connection', peerId: this.id, state: 'connected' });
    waiting?.forEach(event => this.#emit(event));
  }

  /** Which of their tracks has that SID. */
  source(trackSid) {
    return [...this.#tracks].find(([, track]) => track.sid === trackSid)?.[0];
  }

  #subscribed(track) {
    if (track.kind === 'data') {
      track.on('message', data => this.#received(data));
      this.#onMessage(this, { type: 'listening' });
      return;
    }
    const source = this.#sourceOf(track);
    this.#tracks.set(source, track);
    this.#tell({ type: 'track', source, track: track.mediaStreamTrack });
    this.#stateChanged();
  }

  #unsubscribed(track) {
    const source = [...this.#tracks].find(([, it]) => it === track)?.[0];
    if (source) {
      this.#tracks.delete(source);
      this.#tell({ type: 'track', source, track: null });
      this.#stateChanged();
    }
  }

  /** By its name, if that is one of ours and fits its kind. */
  #sourceOf({ kind, name }) {
    return SOURCES[kind].includes(name) ? name : SOURCES[kind][0];
  }

  #received(data) {
    const message = read(data);
    if (message) {
      this.#onMessage(this, message);
    }
  }

  #stateChanged() {
    this.#tell({ type: 'state', state: this.#state() });
  }

  #state() {
    const on = source => this.#tracks.get(source)?.isEnabled ?? false;
    return { audio: on('microphone'), video: on('camera'), screen: this.#tracks.has('screen') };
  }

  #tell(event) {
    const told = { ...event, peerId: this.id };
    if (this.#waiting) {
      this.#waiting.push(told);
    } else {
      this.#emit(told);
    }
  }
}
