// What this browser sends: one stream of camera and microphone, and another of the screen while it is shared.

export class Publishing {
  #OT;
  #session;
  #onError;
  #tracks = { microphone: null, camera: null, screen: null };
  #on = { audio: false, video: false };
  #person = null;
  #screen = null;

  constructor(OT, session, { onError }) {
    this.#OT = OT;
    this.#session = session;
    this.#onError = onError;
  }

  start({ microphone, camera, audio, video }) {
    this.#tracks = { microphone, camera, screen: null };
    this.#on = { audio: Boolean(audio), video: Boolean(video) };
    this.#publishPerson();
  }

  setAudio(on) {
    this.#on.audio = on;
    this.#person?.publishAudio(on);
  }

  setVideo(on) {
    this.#on.video = on;
    this.#person?.publishVideo(on);
  }

  /** Vonage's publisher takes another track of sound, but for another picture it has to be made anew. */
  replaceTrack(source, track) {
    if (this.#tracks[source] === track) {
      return;
    }
    this.#tracks[source] = track;
    if (source === 'microphone' && this.#person && track && this.#person.hadAudio) {
      this.#person.setAudioSource(track.clone()).catch(this.#onError);
    } else {
      this.#publishPerson();
    }
  }

  share(track) {
    this.stopShare();
    track.contentHint = 'detail';
    this.#screen = this.#publish({ videoSource: track.clone(), audioSource: null, publishAudio: false });
  }

  stopShare() {
    this.#remove(this.#screen);
    this.#screen = null;
  }

  stop() {
    this.#remove(this.#person);
    this.stopShare();
    this.#person = null;
  }

  get publishers() {
    return [this.#person, this.#screen].filter(Boolean);
  }

  #publishPerson() {
    this.#remove(this.#person);
    const { microphone, camera } = this.#tracks;
    this.#person = null;
    if (microphone || camera) {
      // copies, because a publisher stops its tracks when it goes, and these are the page's
      this.#person = this.#publish({
        audioSource: microphone ? microphone.clone() : null,
        videoSource: camera ? camera.clone() : null,
        publishAudio: this.#on.audio && Boolean(microphone),
        publishVideo: this.#on.video && Boolean(camera),
      });
      this.#person.hadAudio = Boolean(microphone);
    }
  }

  #publish(properties) {
    const publisher = this.#OT.initPublisher(null, { insertDefaultUI: false, ...properties }, this.#report);
    this.#session.publish(publisher, this.#report);
    return publisher;
  }

  #report = error => {
    if (error) {
      this.#onError(error);
    }
  };

  #remove(publisher) {
    if (publisher) {
      this.#session.unpublish(publisher);
      publisher.destroy();
    }
  }
}
