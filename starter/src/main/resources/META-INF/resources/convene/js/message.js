// A screen that says one thing and offers the way on.
import { el, icon, showScreen } from './dom.js';

/**
 * `name` becomes `main[data-screen]`; `emblem` is an icon, `tone` one of '', 'warn', 'danger';
 * `content` are paragraphs (strings) or nodes, `actions` buttons or links.
 */
export function showMessage({ name, emblem, tone = '', title, content = [], actions = [] }) {
  showScreen(
    name,
    `${title} · Convene`,
    el(
      'div',
      { class: 'message' },
      el(
        'div',
        { class: 'card' },
        el('div', { class: `emblem ${tone}`.trim() }, icon(emblem)),
        el('h1', {}, title),
        content.filter(Boolean).map(part => (typeof part === 'string' ? el('p', { class: 'muted' }, part) : part)),
        actions.some(Boolean) ? el('div', { class: 'actions' }, actions.filter(Boolean)) : null,
      ),
    ),
  );
}

/** A box that tells of a problem or a hint; `tone` is one of error, warn, info. */
export function notice(tone, title, text, ...more) {
  const symbol = tone === 'info' ? 'info' : 'warning';
  return el(
    'div',
    { class: `notice ${tone}`, role: tone === 'error' ? 'alert' : null },
    icon(symbol),
    el('div', { class: 'grow' }, title ? el('strong', {}, title) : null, text ? el('p', {}, text) : null, more),
  );
}
