// One picture on the stage: a person, or the screen a person shares.
import { el, icon, iconButton } from '../dom.js';

const STATUS = { connecting: 'Connecting…', interrupted: 'Connection lost, trying again…' };

export class Tile {
  #video;
  #name;
  #muted;
  #status;

  /** `source` is camera or screen. */
  constructor(peer, source) {
    this.#video = el('video', {
      autoplay: true,
      playsInline: true,
      muted: true,
      'aria-label': source === 'screen' ? `Screen of ${peer.name}` : `Video of ${peer.name}`,
    });
    this.#video.addEventListener('playing', () => {
      this.node.dataset.frames = 'true';
    });
    this.#name = el('bdi', { class: 'tile-name' }, caption(peer, source));
    this.#muted = el(
      'span',
      { class: 'tile-muted', hidden: true },
      icon('mic-off'),
      el('span', { class: 'visually-hidden' }, 'microphone off'),
    );
    this.#status = el('p', { class: 'tile-status', hidden: true });
    this.node = el(
      'li',
      {
        class: 'tile',
        data: { peer: peer.peerId, source, own: String(Boolean(peer.own)), video: 'off', frames: 'false', speaking: 'false' },
      },
      source === 'camera' ? avatar(peer.name) : null,
      this.#video,
      this.#status,
      el('div', { class: 'tile-label' }, this.#muted, this.#name),
      source === 'screen' ? this.#fullScreenButton() : null,
    );
  }

  get track() {
    return this.#video.srcObject?.getTracks()[0] ?? null;
  }

  set track(track) {
    if (this.track !== track) {
      this.node.dataset.frames = 'false';
      this.#video.srcObject = track ? new MediaStream([track]) : null;
      this.play();
    }
  }

  /** Moving a video in the page pauses it. */
  play() {
    if (this.#video.srcObject) {
      this.#video.play().catch(() => null);
    }
  }

  show({ audio, videoOn }) {
    this.node.dataset.video = videoOn ? 'on' : 'off';
    this.#muted.hidden = audio;
  }

  set speaking(on) {
    this.node.dataset.speaking = String(on);
  }

  set connection(state) {
    this.node.dataset.connection = state;
    this.#status.hidden = !STATUS[state];
    this.#status.textContent = STATUS[state] ?? '';
  }

  #fullScreenButton() {
    return iconButton('Full screen', 'expand', {
      kind: 'tile-button',
      on: { click: () => (document.fullscreenElement ? document.exitFullscreen() : this.node.requestFullscreen()) },
    });
  }
}

function caption(peer, source) {
  if (source === 'screen') {
    return `${peer.name}: screen`;
  }
  return peer.own ? `${peer.name} (you)` : peer.name;
}

/** The initials on a colour that is always the same for a name. */
export function avatar(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map(word => Array.from(word ?? '')[0] ?? '').join('');
  const hue = Array.from(name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const node = el('div', { class: 'avatar', 'aria-hidden': 'true' }, initials.toUpperCase() || '?');
  node.style.backgroundColor = `hsl(${hue} 38% 32%)`;
  return node;
}
