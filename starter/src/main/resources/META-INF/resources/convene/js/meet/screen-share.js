// Sharing one's own screen: the browser asks what to share, and may end it by its own button.
import { announce, toast } from '../feedback.js';

export const canShareScreen = Boolean(navigator.mediaDevices?.getDisplayMedia);

export class ScreenShare {
  #track = null;
  #asking = false;
  #over = false;
  #banners;
  #onChange;

  /** `onChange` gets the track that is shared from now on, or null. */
  constructor({ banners, onChange }) {
    this.#banners = banners;
    this.#onChange = onChange;
  }

  get on() {
    return this.#track !== null;
  }

  async toggle() {
    if (this.on) {
      this.#stop();
    } else if (canShareScreen && !this.#asking) {
      await this.#start();
    }
  }

  async #start() {
    this.#asking = true;
    const track = await chosenScreen();
    this.#asking = false;
    if (!track || this.#over) {
      // The call may have ended while the browser asked.
      track?.stop();
      return;
    }
    this.#track = track;
    this.#track.onended = () => this.#stop();
    this.#banners.sharing(() => this.#stop());
    this.#onChange(this.#track);
    announce('You are sharing your screen');
  }

  #stop() {
    if (this.on) {
      this.#release();
      this.#banners.notSharing();
      this.#onChange(null);
      announce('You stopped sharing your screen');
    }
  }

  close() {
    this.#over = true;
    this.#release();
  }

  #release() {
    this.#track?.stop();
    this.#track = null;
  }
}

/** What the person chose to share, or null. */
async function chosenScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
    return stream.getVideoTracks()[0];
  } catch (error) {
    // NotAllowedError: the person closed the question.
    if (error.name !== 'NotAllowedError') {
      toast('The screen could not be shared. Try another window, or the whole screen.');
    }
    return null;
  }
}
