// The person's own microphone and camera: which device, on or off, and what is wrong with it.
import { recall, remember } from '../memory.js';
import { capture, worthAsking } from './media-access.js';
import { problemOf } from './media-problems.js';

/**
 * Fires `change` whenever anything a page shows may have changed, and `track` (detail: audio or video) when another track,
 * or none, is to be sent.
 */
export class LocalMedia extends EventTarget {
  tracks = { audio: null, video: null };
  on = { audio: true, video: true };
  problems = { audio: null, video: null };
  devices = { audioinput: [], videoinput: [], audiooutput: [] };
  asking = false;
  #asked = { audio: 0, video: 0 };
  #relist = () => this.#listDevices();

  /** Asks for both at once, which is one question to the person, then for each alone if that fails. */
  async open() {
    if (!navigator.mediaDevices) {
      ['audio', 'video'].forEach(kind => this.#fail(kind, new TypeError('mediaDevices is undefined')));
      this.#changed();
      return;
    }
    navigator.mediaDevices.addEventListener('devicechange', this.#relist);
    this.asking = true;
    this.#changed();
    const kinds = this.on.video ? ['audio', 'video'] : ['audio'];
    const wanted = Object.fromEntries(kinds.map(kind => [kind, this.#ask(kind)]));
    try {
      const stream = await capture(...kinds);
      stream.getTracks().forEach(track => this.#take(track.kind, track, wanted[track.kind]));
    } catch (error) {
      await this.#openEach(error, wanted);
    }
    this.asking = false;
    await this.#listDevices();
  }

  async #openEach(error, wanted) {
    for (const kind of Object.keys(wanted).filter(it => wanted[it]())) {
      if (await worthAsking(kind, error)) {
        await this.#acquire(kind);
      } else {
        this.#fail(kind, error);
      }
    }
  }

  /** Muting keeps the device; a camera that is off is released, so that its light goes out. */
  async turn(kind, on) {
    this.on[kind] = on;
    if (kind === 'video' && !on) {
      this.#release('video');
    } else if (on && !this.#alive(kind)) {
      await this.#acquire(kind);
    }
    if (this.tracks[kind]) {
      this.tracks[kind].enabled = this.on[kind];
    }
    this.#changed();
  }

  /** Changes to another device and remembers it; a camera that is off stays off. */
  async choose(kind, deviceId) {
    remember(kind, deviceId);
    if (kind === 'audio' || this.on.video) {
      await this.#acquire(kind);
    }
    await this.#listDevices();
  }

  /** The id of the device in use, or else of the one remembered. */
  chosen(kind) {
    return this.tracks[kind]?.getSettings().deviceId ?? recall(kind) ?? '';
  }

  /** For who only watches: nothing is captured that is not sent. */
  switchOff() {
    this.on = { audio: false, video: false };
    this.#release('audio');
    this.#release('video');
    this.#changed();
  }

  close() {
    navigator.mediaDevices?.removeEventListener('devicechange', this.#relist);
    this.#release('audio');
    this.#release('video');
  }

  #alive(kind) {
    return this.tracks[kind]?.readyState === 'live';
  }

  async #acquire(kind) {
    // Some cameras cannot be opened twice: the old track goes first.
    this.#release(kind);
    const wanted = this.#ask(kind);
    try {
      const stream = await capture(kind);
      this.#take(kind, stream.getTracks()[0], wanted);
    } catch (error) {
      if (wanted()) {
        this.#fail(kind, error);
      }
    }
    this.#changed();
  }

  /** @return whether the device is still wanted; not if it was asked for again, switched off or closed meanwhile */
  #ask(kind) {
    this.#asked[kind] += 1;
    const mine = this.#asked[kind];
    return () => mine === this.#asked[kind];
  }

  /** A device that nobody waits for any more is let go at once: it would capture unseen. */
  #take(kind, track, wanted) {
    if (wanted()) {
      this.#use(kind, track);
    } else {
      track.stop();
    }
  }

  #use(kind, track) {
    this.tracks[kind] = track;
    this.problems[kind] = null;
    track.enabled = this.on[kind];
    // Only the device's own end fires this (unplugged, permission withdrawn), never our stop().
    track.onended = () => this.#ended(kind, track);
    this.#replaced(kind);
  }

  async #ended(kind, track) {
    if (this.tracks[kind] === track) {
      await this.#acquire(kind);
      await this.#listDevices();
    }
  }

  #fail(kind, error) {
    this.problems[kind] = problemOf(error);
    this.on[kind] = false;
    this.#replaced(kind);
  }

  #release(kind) {
    this.#asked[kind] += 1;
    const track = this.tracks[kind];
    if (track) {
      track.onended = null;
      track.stop();
      this.tracks[kind] = null;
      this.#replaced(kind);
    }
  }

  async #listDevices() {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    Object.keys(this.devices).forEach(kind => {
      this.devices[kind] = all.filter(device => device.kind === kind && device.deviceId);
    });
    this.#changed();
  }

  #replaced(kind) {
    this.dispatchEvent(new CustomEvent('track', { detail: kind }));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
