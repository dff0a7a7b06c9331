// The chat: what was written since one joined. Messages come from strangers and are only ever text.
import { el, iconButton } from '../dom.js';
import { toast } from '../feedback.js';
import { clockTime } from '../time.js';
import { withLinks } from './links.js';

const LONGEST = 2000;
const GROUP_MS = 120_000;

export class Chat {
  title = 'Chat';
  unread = 0;
  #list = el('ol', {});
  #log = el('div', { class: 'chat-log', id: 'chat-log', role: 'log', 'aria-label': 'Messages', tabIndex: 0 }, this.#list);
  #empty = el(
    'p',
    { class: 'muted chat-empty' },
    'Messages reach everyone who is in the meeting now. They are gone when the meeting ends.',
  );
  #input = el('textarea', {
    class: 'input',
    id: 'chat-input',
    rows: '1',
    maxLength: LONGEST,
    placeholder: 'Write a message',
    'aria-label': 'Message',
    'aria-keyshortcuts': 'Enter',
  });
  #last = null;

  /** `send` tells whether the message went out. */
  constructor({ send }) {
    const form = el(
      'form',
      { class: 'chat-form' },
      this.#input,
      iconButton('Send', 'send', { kind: 'primary', type: 'submit', id: 'chat-send' }),
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit(send);
    });
    this.#input.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.#input.addEventListener('input', () => this.#grow());
    this.node = el('div', { class: 'chat' }, this.#empty, this.#log, form);
  }

  opened() {
    this.unread = 0;
    this.#input.focus();
    this.#scrollDown();
  }

  add(message, seen) {
    this.unread += seen || message.own ? 0 : 1;
    this.#empty.hidden = true;
    const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 60;
    this.#list.append(this.#entry(message));
    this.#last = message;
    if (atEnd || message.own) {
      this.#scrollDown();
    }
  }

  #entry(message) {
    const { from, name, text, at, own } = message;
    const continued = this.#last?.from === from && Date.parse(at) - Date.parse(this.#last.at) < GROUP_MS;
    const head = el(
      'p',
      { class: continued ? 'visually-hidden' : 'chat-head' },
      el('bdi', { class: 'chat-name' }, own ? 'You' : name),
      ' ',
      el('time', { class: 'muted', dateTime: at }, clockTime(at)),
    );
    return el(
      'li',
      { class: 'chat-message', data: { own: String(own), from } },
      head,
      el('p', { class: 'chat-text', dir: 'auto' }, withLinks(text)),
    );
  }

  #submit(send) {
    const text = this.#input.value.trim();
    if (!text) {
      return;
    }
    if (send(text)) {
      this.#input.value = '';
      this.#grow();
    } else {
      toast('Not sent: there is no connection just now. Try again in a moment.');
    }
  }

  #grow() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight + 2, 140)}px`;
  }

  #scrollDown() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }
}
