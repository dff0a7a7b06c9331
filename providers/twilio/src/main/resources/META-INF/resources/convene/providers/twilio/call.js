// The call: what this browser sends and is told, between the page and Twilio's room.
import { chat, hello } from './messages.js';
import { Moderation } from './moderation.js';
import { OwnTracks } from './own-tracks.js';
import { Peer } from './peer.js';
import { over, refused } from './problems.js';
import { holder } from './token.js';

/** The interface `Call` of ../embedded.js. */
export class TwilioCall {
  #video;
  #options;
  #self;
  #own;
  #data;
  #moderation;
  #room = null;
  #peers = new Map();
  #welcomed = false;
  #over = false;

  constructor(video, options) {
    this.#video = video;
    this.#options = options;
    this.#self = holder(options.token);
    this.#own = new OwnTracks({ video, media: options.media, onProblem: problem => this.#failed(problem) });
    this.#data = new video.LocalDataTrack();
    this.#moderation = new Moderation(options);
  }

  /** Resolves with the welcome, which waits a moment for the names of those who are in already. */
  async join() {
    try {
      this.#room = await this.#video.connect(this.#options.token, {
        name: this.#self.room,
        tracks: [...this.#own.all, this.#data],
      });
    } catch (error) {
      throw refused(error);
    }
    this.#own.publishTo(this.#room.localParticipant);
    this.#listen();
    this.#room.participants.forEach(participant => this.#meet(participant));
    await Promise.all([...this.#peers.values()].map(peer => peer.introduced));
    this.#welcome();
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
    if (this.#over || this.#room?.state !== 'connected') {
      return false;
    }
    this.#data.send(chat(text));
    this.#chatted(this.#self.peerId, this.#self.name, text);
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
    this.#room?.disconnect();
  }

  /** Twilio counts no decoded frames: those received in the last second stand for them. */
  async stats() {
    const reports = (await this.#room?.getStats()) ?? [];
    const sum = (stats, field) => stats.reduce((all, it) => all + (it[field] ?? 0), 0);
    return [...this.#peers.values()].map(peer => {
      const of = kind => reports.flatMap(it => it[kind]).filter(it => peer.source(it.trackSid));
      return {
        peerId: peer.id,
        connectionState: this.#room.state,
        framesDecoded: sum(of('remoteVideoTrackStats'), 'frameRate'),
        audioBytesReceived: sum(of('remoteAudioTrackStats'), 'bytesReceived'),
      };
    });
  }

  #listen() {
    const room = this.#room;
    this.#self.peerId = room.localParticipant.sid;
    room.on('participantConnected', participant => this.#meet(participant));
    room.on('participantDisconnected', participant => this.#left(participant));
    room.on('reconnecting', () => this.#emit({ type: 'reconnecting' }));
    room.on('reconnected', () => this.#emit({ type: 'reconnected', self: this.#self }));
    room.on('disconnected', (it, error) => this.#disconnected(error));
  }

  #welcome() {
    const peers = [...this.#peers.values()].filter(peer => peer.isIntroduced);
    this.#welcomed = true;
    const { peerId, identity, name, role } = this.#self;
    this.#emit({
      type: 'welcome',
      self: { peerId, identity, name, role },
      peers: peers.map(peer => peer.info),
      maxPeers: Number(this.#options.settings?.maxParticipants ?? 0),
    });
    peers.forEach(peer => peer.reported());
  }

  #meet(participant) {
    const peer = new Peer({
      participant,
      emit: event => this.#emit(event),
      onMessage: (from, message) => this.#told(from, message),
    });
    this.#peers.set(participant.sid, peer);
    peer.introduced.then(() => {
      if (this.#welcomed && !peer.isReported && this.#peers.has(participant.sid)) {
        this.#emit({ type: 'peer-joined', peer: peer.info });
        peer.reported();
      }
    });
  }

  #left({ sid }) {
    const peer = this.#peers.get(sid);
    this.#peers.delete(sid);
    // who has gone before they were introduced never came
    peer?.named('');
    this.#emit({ type: 'peer-left', peerId: sid, reason: 'left' });
  }

  /** Whoever begins to listen asks, so that no name is said before anybody hears it. */
  #told(peer, message) {
    if (message.type === 'listening') {
      this.#data.send(hello(this.#self.name, true));
    } else if (message.type === 'hello') {
      peer.named(message.name);
      if (message.ask) {
        this.#data.send(hello(this.#self.name, false));
      }
    } else {
      this.#chatted(peer.id, peer.name, message.text);
    }
  }

  #chatted(from, name, text) {
    this.#emit({ type: 'chat', from, own: from === this.#self.peerId, name, text, at: new Date().toISOString() });
  }

  async #disconnected(error) {
    if (!this.#over) {
      const why = await over(error, this.#options.hasEnded ?? (() => Promise.resolve(false)));
      this.#emit(why);
      this.#over = true;
    }
  }

  #failed(problem) {
    this.#emit({ type: 'error', code: 'failed', message: problem.message, fatal: false });
  }

  #emit(event) {
    if (!this.#over) {
      this.#options.onEvent(event);
    }
  }
}
