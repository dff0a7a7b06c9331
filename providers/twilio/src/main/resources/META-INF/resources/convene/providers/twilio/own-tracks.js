// What this browser publishes. Twilio publishes and takes back one after the other, so each source has its queue.

export class OwnTracks {
  #video;
  #participant = null;
  #local = new Map();
  #queues = new Map();
  #onProblem;
  #on;

  /** `on` is which of the tracks are on: `{microphone, camera}`. */
  constructor({ video, media, onProblem }) {
    this.#video = video;
    this.#onProblem = onProblem;
    this.#on = { microphone: media.audio, camera: media.video, screen: true };
    ['microphone', 'camera'].forEach(source => media[source] && this.#local.set(source, this.#track(source, media[source])));
  }

  /** To connect with. */
  get all() {
    return [...this.#local.values()];
  }

  publishTo(participant) {
    this.#participant = participant;
  }

  /** Mutes or unmutes; what is replaced meanwhile keeps to it. */
  turn(source, on) {
    this.#on[source] = on;
    this.#queued(source, async () => this.#turn(source));
  }

  replace(source, mediaStreamTrack) {
    this.#queued(source, async () => {
      const old = this.#local.get(source);
      if (old?.mediaStreamTrack === (mediaStreamTrack ?? undefined)) {
        return;
      }
      if (old) {
        this.#local.delete(source);
        this.#participant.unpublishTrack(old);
      }
      if (mediaStreamTrack && mediaStreamTrack.readyState !== 'ended') {
        const track = this.#track(source, mediaStreamTrack);
        this.#local.set(source, track);
        await this.#participant.publishTrack(track);
      }
    });
  }

  #track(source, mediaStreamTrack) {
    const Track = source === 'microphone' ? this.#video.LocalAudioTrack : this.#video.LocalVideoTrack;
    const track = new Track(mediaStreamTrack, { name: source });
    if (!this.#on[source]) {
      track.disable();
    }
    return track;
  }

  #turn(source) {
    const track = this.#local.get(source);
    if (track && track.isEnabled !== this.#on[source]) {
      track.enable(this.#on[source]);
    }
  }

  #queued(source, action) {
    const before = this.#queues.get(source) ?? Promise.resolve();
    this.#queues.set(source, before.then(action).catch(problem => this.#onProblem(problem)));
  }
}
