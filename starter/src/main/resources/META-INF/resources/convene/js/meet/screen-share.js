// Sharing one's own screen: the browser asks what to share, and may end it by its own button.
import { announce, toast } from '../feedback.js';

export const canShareScreen = Boolean(navigator.mediaDevices?.getDisplayMedia);

export class ScreenShare {
  #track = null;
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
    } else if (canShareScreen) {
      await this.#start();
    }
  }

  async #start() {
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
      this.#track = stream.getVideoTracks()[0];
    } catch (error) {
      // NotAllowedError: the person closed the question.
      if (error.name !== 'NotAllowedError') {
        toast('The screen could not be shared. Try another window, or the whole screen.');
      }
      return;
    }
    this.#track.onended = () => this.#stop();
    this.#banners.sharing(() => this.#stop());
    this.#onChange(this.#track);
    announce('You are sharing your screen');
  }

  #stop() {
    if (this.on) {
      this.close();
      this.#banners.notSharing();
      this.#onChange(null);
      announce('You stopped sharing your screen');
    }
  }

  close() {
    this.#track?.stop();
    this.#track = null;
  }
}
