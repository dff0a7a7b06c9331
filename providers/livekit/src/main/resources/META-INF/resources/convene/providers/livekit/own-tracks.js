// What this browser publishes. LiveKit publishes and takes back one after the other, so each source has its queue.

const SOURCES = { microphone: 'microphone', camera: 'camera', screen: 'screen_share' };

export class OwnTracks {
  #livekit;
  #participant;
  #mayPublish;
  #media;
  #onProblem;
  #on;
  #local = new Map();
  #queues = new Map();

  constructor({ livekit, media, participant, mayPublish, onProblem }) {
    this.#livekit = livekit;
    this.#participant = participant;
    this.#mayPublish = mayPublish;
    this.#media = media;
    this.#onProblem = onProblem;
    this.#on = { microphone: media.audio, camera: media.video, screen: true };
  }

  /** What there is at the start. */
  publish() {
    ['microphone', 'camera'].forEach(source => this.replace(source, this.#media[source]));
  }

  /** Mutes or unmutes; what is replaced meanwhile keeps to it. */
  turn(source, on) {
    this.#on[source] = on;
    this.#queued(source, () => this.#turn(source));
  }

  replace(source, mediaStreamTrack) {
    if (this.#mayPublish) {
      this.#queued(source, () => this.#replace(source, mediaStreamTrack));
    }
  }

  async #replace(source, mediaStreamTrack) {
    const old = this.#local.get(source);
    if (old?.mediaStreamTrack === (mediaStreamTrack ?? undefined)) {
      return;
    }
    if (old) {
      this.#local.delete(source);
      await this.#participant.unpublishTrack(old, false);
    }
    if (mediaStreamTrack && mediaStreamTrack.readyState !== 'ended') {
      const { LocalAudioTrack, LocalVideoTrack } = this.#livekit;
      // the last argument: the track is the page's, so that muting does not stop it
      const track = new (source === 'microphone' ? LocalAudioTrack : LocalVideoTrack)(mediaStreamTrack, undefined, true);
      track.source = SOURCES[source];
      this.#local.set(source, track);
      await this.#turn(source);
      await this.#participant.publishTrack(track, { source: SOURCES[source], name: source });
    }
  }

  async #turn(source) {
    const track = this.#local.get(source);
    if (track && track.isMuted === this.#on[source]) {
      await (this.#on[source] ? track.unmute() : track.mute());
    }
  }

  #queued(source, action) {
    const before = this.#queues.get(source) ?? Promise.resolve();
    this.#queues.set(source, before.then(action).catch(problem => this.#onProblem(problem)));
  }
}
