// Lines above the tiles for what lasts: no connection, sound held back, own screen shared.
import { button, el, icon } from '../dom.js';
import { announce } from '../feedback.js';
import { keepFocus } from '../focus.js';
import { unblock } from './sound.js';

export class Banners {
  node = el('div', { class: 'banners', id: 'banners' });
  #shown = new Map();

  reconnecting() {
    this.#show('reconnecting', 'warn', 'Reconnecting…', { symbol: 'warning' });
    announce('The connection was lost. Reconnecting.', { urgent: true });
  }

  reconnected() {
    if (this.#hide('reconnecting')) {
      announce('Connected again.');
    }
  }

  soundBlocked() {
    const action = button('Turn on sound', {
      kind: 'primary',
      id: 'unblock-sound',
      on: { click: () => this.#hide('sound') && unblock() },
    });
    this.#show('sound', 'info', 'The browser holds the sound back until you click.', { symbol: 'info', action });
  }

  sharing(onStop) {
    this.#show('sharing', 'info', 'You are sharing your screen', {
      symbol: 'screen',
      action: button('Stop sharing', { kind: 'primary', id: 'stop-share', on: { click: onStop } }),
    });
  }

  notSharing() {
    this.#hide('sharing');
  }

  #show(name, tone, text, { symbol, action }) {
    this.#hide(name);
    const node = el(
      'div',
      { class: `banner ${tone}`, data: { banner: name } },
      icon(symbol),
      el('span', { class: 'grow' }, text),
      action,
    );
    this.#shown.set(name, node);
    this.node.append(node);
  }

  #hide(name) {
    keepFocus(this.node, () => this.#shown.get(name)?.remove());
    return this.#shown.delete(name);
  }
}
