// Between the person's devices and the call: what changes there is sent and shown, and told if it does not work.
import { announce, toast } from '../feedback.js';
import { describe } from './media-problems.js';

const SOURCES = { audio: 'microphone', video: 'camera' };
const NAMES = { audio: 'Microphone', video: 'Camera' };

export class OwnMedia {
  #media;
  #participants;
  #onChange;
  #call = null;
  #screen = false;
  #sent = {};
  #told = {};
  #onTrack = ({ detail: kind }) => this.#send(kind);
  #onMedia = () => {
    this.#tellProblems();
    this.#show();
  };

  /** `onChange` is called whenever `state` may be another. */
  constructor({ media, participants, onChange }) {
    this.#media = media;
    this.#participants = participants;
    this.#onChange = onChange;
  }

  /** What is on, as the others see it. */
  get state() {
    const { on, tracks } = this.#media;
    return { audio: on.audio && Boolean(tracks.audio), video: on.video && Boolean(tracks.video), screen: this.#screen };
  }

  /** Takes over from `connect`, to which `sent` was given; the devices may have changed since. */
  start(call, sent) {
    this.#call = call;
    this.#sent = sent;
    this.#told = { ...this.#media.problems };
    Object.keys(SOURCES).forEach(kind => this.#send(kind));
    this.#media.addEventListener('track', this.#onTrack);
    this.#media.addEventListener('change', this.#onMedia);
    this.#show();
  }

  stop() {
    this.#media.removeEventListener('track', this.#onTrack);
    this.#media.removeEventListener('change', this.#onMedia);
  }

  /** Switches the microphone (audio) or the camera (video), and says what came of it: a problem once more, too. */
  async toggle(kind) {
    this.#told[kind] = null;
    await this.#media.turn(kind, !this.#media.on[kind]);
    if (!this.#told[kind]) {
      announce(`${NAMES[kind]} ${this.#media.on[kind] ? 'on' : 'off'}`);
    }
  }

  /** Who is not heard any more, because the device was unplugged or is taken, has to know. */
  #tellProblems() {
    for (const [kind, problem] of Object.entries(this.#media.problems)) {
      if (problem && problem !== this.#told[kind]) {
        const [[title, text]] = describe({ [kind]: problem });
        toast(`${title}. ${text}`, { milliseconds: 8000 });
      }
      this.#told[kind] = problem;
    }
  }

  /** Shares this track from now on, or nothing. */
  share(track) {
    this.#screen = Boolean(track);
    if (track) {
      this.#call.shareScreen(track);
    } else {
      this.#call.stopShare();
    }
    this.#show();
  }

  #send(kind) {
    const track = this.#media.tracks[kind];
    this.#call.replaceTrack(SOURCES[kind], track);
    this.#participants.ownTrack(kind, track);
  }

  #show() {
    const { audio, video, screen } = this.state;
    if (audio !== this.#sent.audio) {
      this.#call.setAudio(audio);
    }
    if (video !== this.#sent.video) {
      this.#call.setVideo(video);
    }
    this.#sent = { audio, video };
    this.#participants.ownState({ audio, video, screen });
    this.#onChange();
  }
}
