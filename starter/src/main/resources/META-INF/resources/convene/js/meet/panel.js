// The column beside the tiles (over them on a phone): chat or people, one at a time.
import { el, iconButton } from '../dom.js';

export class Panel {
  #views;
  #title = el('h2', { id: 'panel-title', tabIndex: -1 });
  #body = el('div', { class: 'panel-body' });
  #onChange;
  #openedBy = null;
  open = null;

  constructor({ chat, people, onChange }) {
    this.#views = { chat, people };
    this.#onChange = onChange;
    this.node = el(
      'aside',
      {
        class: 'panel',
        id: 'panel',
        'aria-labelledby': 'panel-title',
        hidden: true,
        on: { keydown: event => event.key === 'Escape' && this.#close() },
      },
      el(
        'div',
        { class: 'panel-head' },
        this.#title,
        iconButton('Close', 'close', { id: 'panel-close', on: { click: () => this.#close() } }),
      ),
      this.#body,
    );
  }

  toggle(name) {
    if (this.open === name) {
      this.#close();
      return;
    }
    this.#openedBy = document.activeElement;
    this.open = name;
    const view = this.#views[name];
    this.#title.textContent = view.title;
    this.#body.replaceChildren(view.node);
    this.node.hidden = false;
    this.#title.focus();
    view.opened();
    this.#onChange();
  }

  #close() {
    this.open = null;
    this.node.hidden = true;
    this.#onChange();
    if (this.#openedBy?.isConnected) {
      this.#openedBy.focus();
    }
  }
}
