// The connection to one other browser. It has one transceiver per source from the start, in the order of SOURCES: what is
// sent changes by replaceTrack alone, without negotiating again, and a share that is on reaches whoever joins later.

export const SOURCES = ['microphone', 'camera', 'screen'];
const KINDS = { microphone: 'audio', camera: 'video', screen: 'video' };
const INTERRUPTION_MS = 4_000;
const CONNECTION = {
  new: 'connecting',
  connecting: 'connecting',
  connected: 'connected',
  disconnected: 'interrupted',
  failed: 'interrupted',
};

export class PeerLink {
  #pc;
  #options;
  #polite;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #interruption = null;
  // Microphone and camera name one stream, so that the receiver keeps sound and picture together.
  #streams = { person: new MediaStream(), screen: new MediaStream() };

  /**
   * `sends` and `receives`: what the two roles allow. `tracks` maps sources to the tracks sent now. `send` passes a
   * description or candidate to the peer; `onTrack(source, track)` and `onConnection(state)` report.
   */
  constructor({ polite, iceServers, sends, receives, tracks, send, onTrack, onConnection }) {
    this.#options = { sends, receives, tracks, send, onTrack, onConnection };
    this.#polite = polite;
    this.#pc = new RTCPeerConnection({ iceServers });
    this.#listen();
    if (polite) {
      // Of each pair the later joiner is polite, and it alone makes the first offer: the other answers with what it finds
      // there, so a collision of two first offers cannot double the transceivers.
      SOURCES.forEach(source =>
        this.#pc.addTransceiver(KINDS[source], { direction: this.#direction(), streams: [this.#stream(source)] }),
      );
      this.#sendTracks();
    }
  }

  get connection() {
    return this.#pc;
  }

  setTrack(source, track) {
    const sender = this.sender(source);
    if (sender && this.#options.sends) {
      sender.replaceTrack(track).catch(ignoreClosed);
    }
  }

  sender(source) {
    return this.#pc.getTransceivers()[SOURCES.indexOf(source)]?.sender ?? null;
  }

  close() {
    clearTimeout(this.#interruption);
    this.#pc.ontrack = this.#pc.onconnectionstatechange = this.#pc.oniceconnectionstatechange = null;
    this.#pc.close();
  }

  #listen() {
    const pc = this.#pc;
    pc.onnegotiationneeded = () => this.#negotiate();
    pc.onicecandidate = ({ candidate }) => this.#options.send({ type: 'candidate', candidate: candidate?.toJSON() ?? null });
    pc.ontrack = ({ track, transceiver }) => this.#options.onTrack(SOURCES[pc.getTransceivers().indexOf(transceiver)], track);
    pc.onconnectionstatechange = () => this.#options.onConnection(CONNECTION[pc.connectionState] ?? 'interrupted');
    pc.oniceconnectionstatechange = () => this.#watchIce();
  }

  /** W3C WebRTC, perfect negotiation: https://www.w3.org/TR/webrtc/#perfect-negotiation-example */
  async #negotiate() {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } catch (error) {
      ignoreClosed(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  /** The receiving half of the same example, step by step. */
  async description(description) {
    const pc = this.#pc;
    // An offer may come while setRemoteDescription(answer) is in flight: then it is safe, the operations are chained.
    const readyForOffer = !this.#makingOffer && (pc.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    const offerCollision = description.type === 'offer' && !readyForOffer;
    this.#ignoreOffer = !this.#polite && offerCollision;
    if (this.#ignoreOffer) {
      return;
    }
    this.#isSettingRemoteAnswerPending = description.type === 'answer';
    try {
      await pc.setRemoteDescription(description); // rolls back an own offer as needed
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
    if (description.type === 'offer') {
      this.#adoptTransceivers();
      await pc.setLocalDescription();
      this.#sendDescription();
    }
  }

  async candidate(candidate) {
    try {
      await this.#pc.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      if (!this.#ignoreOffer) {
        throw error;
      }
    }
  }

  #sendDescription() {
    const { type, sdp } = this.#pc.localDescription;
    this.#options.send({ type: 'description', description: { type, sdp } });
  }

  /** The answering side finds its transceivers in the first offer; they receive only until told otherwise. */
  #adoptTransceivers() {
    const found = this.#pc.getTransceivers().slice(0, SOURCES.length);
    if (found.every(transceiver => transceiver.currentDirection !== null)) {
      return;
    }
    found.forEach((transceiver, i) => {
      transceiver.direction = this.#direction();
      transceiver.sender.setStreams?.(this.#stream(SOURCES[i]));
    });
    this.#sendTracks();
  }

  #sendTracks() {
    SOURCES.forEach(source => this.setTrack(source, this.#options.tracks.get(source) ?? null));
  }

  #direction() {
    const { sends, receives } = this.#options;
    if (sends && receives) {
      return 'sendrecv';
    }
    return sends ? 'sendonly' : receives ? 'recvonly' : 'inactive';
  }

  #stream(source) {
    return source === 'screen' ? this.#streams.screen : this.#streams.person;
  }

  /** "failed" asks for an ICE restart (same example); so does an interruption that lasts, long before it counts as failed. */
  #watchIce() {
    const pc = this.#pc;
    clearTimeout(this.#interruption);
    if (pc.iceConnectionState === 'failed') {
      pc.restartIce();
    } else if (pc.iceConnectionState === 'disconnected') {
      this.#interruption = setTimeout(() => pc.restartIce(), INTERRUPTION_MS);
    }
  }
}

/** A link that was closed meanwhile rejects what was under way; everything else is a fault worth seeing. */
function ignoreClosed(error) {
  if (error.name !== 'InvalidStateError') {
    console.error(error);
  }
}
