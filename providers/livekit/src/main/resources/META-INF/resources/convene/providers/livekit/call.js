// The call: what this browser sends and is told, between the page and LiveKit's room.
import { encrypt, encryption } from './encryption.js';
import { Moderation } from './moderation.js';
import { Others } from './others.js';
import { OwnTracks } from './own-tracks.js';
import { over, refused } from './problems.js';
import { holder } from './token.js';

const CHAT = 'chat';
const MAX_CHAT = 2_000;

/** The interface `Call` of ../embedded.js. */
export class LiveKitCall {
  #livekit;
  #options;
  #self;
  #encryption;
  #room;
  #own;
  #others;
  #moderation;
  #welcomed = false;
  #over = false;

  constructor(livekit, options) {
    this.#livekit = livekit;
    this.#options = options;
    this.#self = holder(options.token);
    // the page owns the tracks, and leaves when it is hidden
    this.#encryption = encryption(livekit, options.encryptedFor);
    this.#room = new livekit.Room({
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: false,
      encryption: this.#encryption,
    });
    this.#others = new Others(this.#room, event => this.#emit(event));
    this.#own = new OwnTracks({
      livekit,
      media: options.media,
      participant: this.#room.localParticipant,
      mayPublish: this.#self.role !== 'subscriber',
      onProblem: problem => this.#failed(problem),
    });
    this.#moderation = new Moderation(options);
  }

  /** Resolves with the welcome; what this browser sends follows. */
  async join() {
    this.#listen();
    const { settings, token, encryptedFor } = this.#options;
    try {
      if (encryptedFor) {
        await encrypt(this.#room, this.#encryption, encryptedFor);
      }
      await Promise.race([this.#room.connect(settings.url, token), this.#putOut()]);
    } catch (error) {
      this.leave();
      throw refused(this.#livekit, error);
    }
    this.#self.peerId = this.#room.localParticipant.sid;
    this.#welcomed = true;
    this.#emit({
      type: 'welcome',
      self: this.#self,
      peers: this.#others.all,
      maxPeers: Number(this.#options.settings.maxParticipants),
    });
    this.#others.report();
    this.#own.publish();
  }

  /** Rejects if LiveKit puts us out before we are quite in, which its `connect` finds out much later. */
  #putOut() {
    const { LeaveRequest } = this.#livekit.ConnectionErrorReason;
    return new Promise((resolve, reject) => {
      this.#room.once('disconnected', why => why && reject(Object.assign(new Error(), { reason: LeaveRequest, context: why })));
    });
  }

  setAudio(on) {
    this.#own.turn('microphone', on);
  }

  setVideo(on) {
    this.#own.turn('camera', on);
  }

  replaceTrack(source, track) {
    this.#own.replace(source, track);
  }

  shareScreen(track) {
    // Text has to stay legible: rather fewer frames than a blurred picture (https://www.w3.org/TR/mst-content-hint/).
    track.contentHint = 'detail';
    this.#own.replace('screen', track);
  }

  stopShare() {
    this.#own.replace('screen', null);
  }

  sendChat(text) {
    if (this.#over || this.#room.state !== 'connected') {
      return false;
    }
    const message = text.slice(0, MAX_CHAT);
    this.#room.localParticipant
      .publishData(new TextEncoder().encode(message), { reliable: true, topic: CHAT })
      .catch(problem => this.#failed(problem));
    this.#chatted(this.#self.peerId, this.#self.name, message);
    return true;
  }

  removePeer(peerId) {
    this.#moderation.remove(peerId).catch(problem => this.#failed(problem));
  }

  endForAll() {
    this.#moderation.end().catch(problem => this.#failed(problem));
  }

  leave() {
    this.#over = true;
    this.#room.disconnect(false);
    this.#encryption?.worker.terminate();
  }

  stats() {
    return this.#others.stats();
  }

  #listen() {
    const events = {
      dataReceived: (data, participant, kind, topic) => topic === CHAT && participant && this.#received(data, participant),
      reconnecting: () => this.#emit({ type: 'reconnecting' }),
      signalReconnecting: () => this.#emit({ type: 'reconnecting' }),
      reconnected: () => this.#reconnected(),
      disconnected: reason => this.#disconnected(reason),
      ...this.#others.events,
    };
    Object.entries(events).forEach(([name, handle]) => this.#room.on(name, (...told) => this.#welcomed && handle(...told)));
  }

  #reconnected() {
    this.#self.peerId = this.#room.localParticipant.sid;
    this.#emit({ type: 'reconnected', self: this.#self });
  }

  /** Whoever is in the room can send anything; whose it is, LiveKit knows. */
  #received(data, participant) {
    // control characters, line breaks excepted
    // eslint-disable-next-line no-control-regex
    const text = new TextDecoder().decode(data).replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '').slice(0, MAX_CHAT);
    if (text) {
      this.#chatted(participant.sid, participant.name || participant.identity, text);
    }
  }

  #chatted(from, name, text) {
    this.#emit({ type: 'chat', from, own: from === this.#self.peerId, name, text, at: new Date().toISOString() });
  }

  async #disconnected(reason) {
    if (!this.#over) {
      this.#emit(await over(this.#livekit, reason, this.#options.hasEnded ?? (() => Promise.resolve(false))));
      this.#over = true;
    }
  }

  #failed(problem) {
    console.error('livekit', problem);
    this.#emit({ type: 'error', code: 'failed', message: problem.forPeople ?? 'That did not work. Try again.', fatal: false });
  }

  #emit(event) {
    if (!this.#over) {
      this.#options.onEvent(event);
    }
  }
}
