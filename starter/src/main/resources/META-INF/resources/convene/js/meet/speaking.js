// Who speaks just now, by loudness.
import { levelOf } from './level.js';

const STEP_MS = 150;
const THRESHOLD = 0.3;
const HOLD_MS = 700;

export class Speaking {
  #levels = new Map();
  #heard = new Map();
  #shown = '';
  #timer;

  /** `onChange` gets the ids of those who speak, whenever they change. */
  constructor(onChange) {
    this.#timer = setInterval(() => this.#listen(onChange), STEP_MS);
  }

  /** Listens to this track for `id`, or to none. */
  follow(id, track) {
    this.#levels.get(id)?.stop();
    this.#levels.delete(id);
    this.#heard.delete(id);
    if (track) {
      this.#levels.set(id, levelOf(track));
    }
  }

  close() {
    clearInterval(this.#timer);
    this.#levels.forEach(level => level.stop());
  }

  #listen(onChange) {
    const now = Date.now();
    this.#levels.forEach((level, id) => level.read() > THRESHOLD && this.#heard.set(id, now));
    const speaking = [...this.#heard].filter(([, at]) => now - at < HOLD_MS).map(([id]) => id);
    const signature = speaking.join();
    if (signature !== this.#shown) {
      this.#shown = signature;
      onChange(new Set(speaking));
    }
  }
}
