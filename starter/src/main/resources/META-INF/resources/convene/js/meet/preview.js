// The look in the mirror: one's own picture, the switches on it, and what is wrong with the devices.
import { button, changeIcon, el, icon } from '../dom.js';
import { notice } from '../message.js';
import { describe } from './media-problems.js';
import { microphoneMeter } from './meter.js';

/** @return {{node: Node, stop: () => void}} */
export function previewPane(media) {
  const mirror = mirrorOf(media);
  const meter = microphoneMeter(media);
  const mic = toggle('toggle-mic', 'audio', media);
  const camera = toggle('toggle-camera', 'video', media);
  const problems = el('div', { class: 'stack', id: 'media-problems' });
  const level = el('div', { class: 'preview-meter' }, icon('mic'), meter.node);
  const bar = el('div', { class: 'preview-bar' }, level, mic.node, camera.node);
  const show = () => {
    [mirror, mic, camera].forEach(part => part.show());
    showProblems(problems, media);
  };
  const changes = ['change', 'track'];
  changes.forEach(type => media.addEventListener(type, show));
  show();
  return {
    node: el(
      'section',
      { class: 'stack', 'aria-label': 'Camera and microphone' },
      el('div', { class: 'preview' }, mirror.nodes, bar),
      problems,
    ),
    stop() {
      changes.forEach(type => media.removeEventListener(type, show));
      meter.stop();
    },
  };
}

function mirrorOf(media) {
  const video = el('video', { id: 'preview', autoplay: true, playsInline: true, muted: true, class: 'mirrored' });
  video.setAttribute('aria-label', 'Your camera');
  const placeholder = el('p', { class: 'preview-text' });
  return {
    nodes: [placeholder, video],
    show() {
      const track = media.tracks.video;
      if (video.srcObject?.getTracks()[0] !== track) {
        video.srcObject = track ? new MediaStream([track]) : null;
      }
      video.hidden = !track;
      placeholder.textContent = placeholderText(media);
    },
  };
}

function placeholderText({ asking, tracks }) {
  if (asking) {
    return 'Allow your camera and microphone in the question the browser shows.';
  }
  return tracks.video ? 'Your camera is starting…' : 'Your camera is off';
}

const TOGGLES = {
  audio: { on: 'Mute microphone', off: 'Unmute microphone', icons: ['mic', 'mic-off'] },
  video: { on: 'Turn camera off', off: 'Turn camera on', icons: ['camera', 'camera-off'] },
};

function toggle(id, kind, media) {
  const symbol = icon(TOGGLES[kind].icons[0]);
  const node = el(
    'button',
    { type: 'button', class: 'round', id, on: { click: () => media.turn(kind, !media.on[kind]) } },
    symbol,
  );
  return {
    node,
    show() {
      const on = media.on[kind];
      const label = TOGGLES[kind][on ? 'on' : 'off'];
      node.dataset.on = String(on);
      node.setAttribute('aria-label', label);
      node.title = label;
      changeIcon(symbol, TOGGLES[kind].icons[on ? 0 : 1]);
    },
  };
}

function showProblems(node, media) {
  const signature = JSON.stringify(media.problems);
  if (node.dataset.signature === signature) {
    return;
  }
  node.dataset.signature = signature;
  const retry = () =>
    Object.keys(media.problems)
      .filter(kind => media.problems[kind])
      .forEach(kind => media.turn(kind, true));
  const boxes = describe(media.problems).map(([title, text]) => notice('warn', title, text));
  const mend = boxes.length > 0 && media.problems.audio !== 'insecure';
  node.replaceChildren(
    ...boxes,
    boxes.length
      ? el(
          'div',
          { class: 'row' },
          mend ? button('Try again', { kind: 'outline', id: 'retry-media', on: { click: retry } }) : null,
          el('p', { class: 'muted small' }, 'You can join all the same.'),
        )
      : '',
  );
}
