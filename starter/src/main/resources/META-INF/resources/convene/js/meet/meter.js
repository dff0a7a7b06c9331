// A bar that moves with the microphone, so that people see that they can be heard.
import { el } from '../dom.js';
import { levelOf } from './level.js';

const STEP_MS = 90;

/** Follows whatever microphone `media` uses. @return {{node: Node, stop: () => void}} */
export function microphoneMeter(media) {
  const bar = el('div', { class: 'meter-bar' });
  const node = el(
    'div',
    {
      class: 'meter',
      id: 'mic-level',
      role: 'meter',
      'aria-label': 'Microphone level',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
      'aria-valuenow': '0',
    },
    bar,
  );
  let level = null;
  const follow = () => {
    level?.stop();
    level = media.tracks.audio ? levelOf(media.tracks.audio) : null;
  };
  const onTrack = event => event.detail === 'audio' && follow();
  media.addEventListener('track', onTrack);
  follow();
  const timer = setInterval(() => {
    const percent = Math.round((level?.read() ?? 0) * 100);
    bar.style.transform = `scaleX(${percent / 100})`;
    node.setAttribute('aria-valuenow', String(percent));
  }, STEP_MS);
  return {
    node,
    stop() {
      clearInterval(timer);
      media.removeEventListener('track', onTrack);
      level?.stop();
    },
  };
}
