// The line above the call: what it is, for how long, how many people, and the link to share.
import { base } from '../api.js';
import { button, el } from '../dom.js';
import { copy } from '../feedback.js';
import { stopwatch } from '../time.js';

const STEP_MS = 1000;

export function callHead({ info, link }) {
  const since = Date.now();
  const clock = el('span', { class: 'muted clock', role: 'timer', 'aria-label': 'Time in the call' }, '00:00');
  const count = el('span', { class: 'muted', id: 'people-count' });
  const url = `${location.origin}${base}meet/${encodeURIComponent(link)}`;
  const timer = setInterval(() => {
    clock.textContent = stopwatch(Date.now() - since);
  }, STEP_MS);
  return {
    node: el(
      'header',
      { class: 'call-head' },
      el('img', { src: `${base}convene/favicon.svg`, alt: '', width: '24', height: '24' }),
      el('h1', {}, info.title || 'Meeting'),
      clock,
      count,
      button('Copy link', {
        icon: 'copy',
        kind: 'ghost',
        id: 'copy-link',
        on: { click: event => copy(url, event.currentTarget) },
      }),
    ),
    people(number) {
      count.textContent = number === 1 ? '1 person' : `${number} people`;
    },
    close: () => clearInterval(timer),
  };
}
