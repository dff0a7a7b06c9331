// The others in the room, as LiveKit reports them: who they are and what comes from them.

const SOURCES = { microphone: 'microphone', camera: 'camera', screen_share: 'screen' };

export class Others {
  #room;
  #emit;

  constructor(room, emit) {
    this.#room = room;
    this.#emit = emit;
  }

  /** What to listen to in the room once the page was welcomed. */
  get events() {
    const changed = (publication, participant) => this.#stateChanged(participant);
    return {
      participantConnected: participant => {
        this.#emit({ type: 'peer-joined', peer: info(participant) });
        this.#report(participant);
      },
      participantDisconnected: ({ sid }) => this.#emit({ type: 'peer-left', peerId: sid, reason: 'left' }),
      trackSubscribed: (track, publication, participant) => this.#track(publication, participant),
      trackUnsubscribed: (track, publication, participant) => this.#track(publication, participant, null),
      trackPublished: changed,
      trackUnpublished: changed,
      trackMuted: changed,
      trackUnmuted: changed,
      connectionQualityChanged: (quality, participant) => this.#qualityChanged(quality, participant),
    };
  }

  get all() {
    return this.#participants.map(info);
  }

  /** What was there before the welcome. */
  report() {
    this.#participants.forEach(participant => this.#report(participant));
  }

  /** One entry for each, also for those who send nothing. */
  stats() {
    return Promise.all(this.#participants.map(summary));
  }

  get #participants() {
    return [...this.#room.remoteParticipants.values()];
  }

  #report(participant) {
    this.#emit({ type: 'connection', peerId: participant.sid, state: 'connected' });
    participant.trackPublications.forEach(publication => publication.track && this.#track(publication, participant));
  }

  #track(publication, participant, track = publication.track?.mediaStreamTrack ?? null) {
    const source = SOURCES[publication.source];
    if (source) {
      this.#emit({ type: 'track', peerId: participant.sid, source, track });
      this.#stateChanged(participant);
    }
  }

  #stateChanged(participant) {
    if (participant !== this.#room.localParticipant) {
      this.#emit({ type: 'state', peerId: participant.sid, state: state(participant) });
    }
  }

  #qualityChanged(quality, participant) {
    if (participant !== this.#room.localParticipant) {
      const lost = quality === 'lost';
      this.#emit({ type: 'connection', peerId: participant.sid, state: lost ? 'interrupted' : 'connected' });
    }
  }
}

function info(participant) {
  const { sid, identity, name, permissions } = participant;
  // who else moderates is for the server to know
  const role = permissions?.canPublish === false ? 'subscriber' : 'publisher';
  return { peerId: sid, identity, name: name || identity, role, state: state(participant) };
}

function state({ isMicrophoneEnabled, isCameraEnabled, isScreenShareEnabled }) {
  return { audio: isMicrophoneEnabled, video: isCameraEnabled, screen: isScreenShareEnabled };
}

async function summary(participant) {
  const numbers = { framesDecoded: 0, audioBytesReceived: 0 };
  for (const { track } of participant.trackPublications.values()) {
    const report = (await track?.getRTCStatsReport()) ?? [];
    report.forEach(({ type, kind, framesDecoded, bytesReceived }) => {
      if (type === 'inbound-rtp') {
        numbers.framesDecoded += framesDecoded ?? 0;
        numbers.audioBytesReceived += kind === 'audio' ? (bytesReceived ?? 0) : 0;
      }
    });
  }
  return { peerId: participant.sid, connectionState: 'connected', ...numbers };
}
