// Who else is in the session, and what comes from them.
import { readPerson } from './token.js';

const LEFT = { clientDisconnected: 'left', forceDisconnected: 'removed', networkDisconnected: 'lost' };

export class People {
  #session;
  #emit;
  #peers = new Map();
  #subscribers = new Map();

  constructor(session, emit) {
    this.#session = session;
    this.#emit = emit;
  }

  came(connection) {
    if (!this.#peers.has(connection.connectionId)) {
      const peer = {
        peerId: connection.connectionId,
        ...readPerson(connection.data),
        // others' roles are between them and Vonage
        role: 'publisher',
        state: { audio: false, video: false, screen: false },
      };
      this.#peers.set(peer.peerId, { connection, peer });
      this.#emit({ type: 'peer-joined', peer });
    }
  }

  left(connection, reason) {
    if (this.#peers.delete(connection.connectionId)) {
      this.#emit({ type: 'peer-left', peerId: connection.connectionId, reason: LEFT[reason] ?? 'lost' });
    }
  }

  connection(peerId) {
    return this.#peers.get(peerId)?.connection ?? null;
  }

  /** The picture and the sound go to the page as tracks; the element that Vonage's client makes is not shown. */
  sends(stream) {
    this.came(stream.connection);
    this.#announce(stream);
    const subscriber = this.#session.subscribe(stream, null, { insertDefaultUI: false }, error => {
      if (!error) {
        this.#emit({ type: 'connection', peerId: stream.connection.connectionId, state: 'connected' });
      }
    });
    this.#subscribers.set(stream.streamId, { stream, subscriber });
    subscriber.on('videoElementCreated', ({ element }) => {
      element.muted = true;
      this.#show(stream, element.srcObject);
      element.addEventListener('loadedmetadata', () => this.#show(stream, element.srcObject));
    });
    subscriber.on('disconnected', () => this.#connection(stream, 'interrupted'));
    subscriber.on('connected', () => this.#connection(stream, 'connected'));
  }

  changed(stream) {
    this.#announce(stream);
  }

  sendsNoMore(stream) {
    this.#subscribers.delete(stream.streamId);
    const peerId = stream.connection.connectionId;
    this.#sources(stream).forEach(source => this.#emit({ type: 'track', peerId, source, track: null }));
    this.#announce(stream, true);
  }

  /** One entry for each person whose media comes. */
  stats() {
    return Promise.all([...this.#subscribers.values()].map(({ stream, subscriber }) => summary(stream, subscriber)));
  }

  #show(stream, media) {
    const peerId = stream.connection.connectionId;
    const [sound] = media?.getAudioTracks() ?? [];
    const [picture] = media?.getVideoTracks() ?? [];
    if (sound && stream.videoType !== 'screen') {
      this.#emit({ type: 'track', peerId, source: 'microphone', track: sound });
    }
    if (picture) {
      this.#emit({ type: 'track', peerId, source: stream.videoType === 'screen' ? 'screen' : 'camera', track: picture });
    }
  }

  #connection(stream, state) {
    this.#emit({ type: 'connection', peerId: stream.connection.connectionId, state });
  }

  #sources(stream) {
    return stream.videoType === 'screen' ? ['screen'] : ['microphone', 'camera'];
  }

  #announce(stream, gone = false) {
    const known = this.#peers.get(stream.connection.connectionId);
    if (known) {
      const change =
        stream.videoType === 'screen'
          ? { screen: !gone }
          : { audio: !gone && stream.hasAudio, video: !gone && stream.hasVideo };
      known.peer.state = { ...known.peer.state, ...change };
      this.#emit({ type: 'state', peerId: known.peer.peerId, state: known.peer.state });
    }
  }
}

async function summary(stream, subscriber) {
  const numbers = { framesDecoded: 0, audioBytesReceived: 0 };
  const report = await subscriber.getRtcStatsReport().catch(() => []);
  report.forEach(({ type, kind, framesDecoded, bytesReceived }) => {
    if (type === 'inbound-rtp') {
      numbers.framesDecoded += framesDecoded ?? 0;
      numbers.audioBytesReceived += kind === 'audio' ? bytesReceived ?? 0 : 0;
    }
  });
  return { peerId: stream.connection.connectionId, connectionState: 'connected', ...numbers };
}
