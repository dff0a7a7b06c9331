// The rows on show: loaded page by page by cursor, and asked for again in one go to keep them fresh.
import { api } from '../api.js';
import { button, el } from '../dom.js';
import { notice } from '../message.js';
import { meetingRow } from './row.js';
import { leftSignedOut } from './session.js';

const PAGE = 20;
// The most the server gives at once. Rows beyond it stay as they were until the list is opened again.
const MOST = 100;

export class MeetingList {
  #list = el('ul', { class: 'meetings', id: 'meetings', 'aria-label': 'Meetings' });
  #status = el('div', { id: 'list-status' }, el('div', { class: 'spinner' }));
  #more = button('Show more', { kind: 'outline', id: 'show-more', hidden: true, on: { click: () => this.#loadMore() } });
  #rows = new Map();
  #cursor = null;
  #request = 0;
  #state;
  #empty;

  /** `state` filters, '' does not; `empty(state)` makes what is shown where there is nothing. */
  constructor({ state, empty }) {
    this.#state = state;
    this.#empty = empty;
  }

  get nodes() {
    return [this.#status, this.#list, this.#more];
  }

  filter(state) {
    this.#state = state;
    this.#rows.clear();
    this.#list.replaceChildren();
    this.load();
  }

  /** Asks for what is on show. */
  load() {
    const limit = Math.min(MOST, Math.max(PAGE, this.#rows.size));
    return this.#ask({ limit }, page => {
      const beyond = [...this.#rows].slice(MOST);
      this.#show(page.items, beyond);
      this.#cursor = beyond.length ? this.#cursor : page.nextCursor;
    });
  }

  /** Drops the answers that are still to come. */
  close() {
    this.#request += 1;
  }

  async #loadMore() {
    const before = this.#rows.size;
    await this.#ask({ limit: PAGE, cursor: this.#cursor }, page => {
      page.items.forEach(meeting => this.#list.append(this.#row(meeting)));
      this.#cursor = page.nextCursor;
      this.#list.children[before]?.querySelector('a')?.focus();
    });
  }

  /** A late answer to an earlier question is dropped. */
  async #ask(query, answered) {
    this.#request += 1;
    const mine = this.#request;
    try {
      const page = await api.meetings({ ...query, ...(this.#state ? { state: this.#state } : {}) });
      if (mine === this.#request) {
        answered(page);
        this.#more.hidden = !this.#cursor;
        this.#status.replaceChildren(...(this.#rows.size ? [] : [this.#empty(this.#state)]));
      }
    } catch (problem) {
      if (mine === this.#request && !leftSignedOut(problem)) {
        this.#status.replaceChildren(notice('error', 'The meetings could not be loaded', problem.message));
      }
    }
  }

  /** Rows that did not change stay the same nodes, so the focus and a screen reader's place survive. */
  #show(meetings, beyond) {
    const kept = new Map(this.#rows);
    this.#rows.clear();
    const nodes = meetings.map(meeting => this.#row(meeting, kept));
    beyond
      .filter(([code]) => !this.#rows.has(code))
      .forEach(([code, row]) => {
        this.#rows.set(code, row);
        nodes.push(row.node);
      });
    nodes.forEach((node, i) => this.#list.children[i] === node || this.#list.insertBefore(node, this.#list.children[i] ?? null));
    while (this.#list.children.length > nodes.length) {
      this.#list.lastChild.remove();
    }
  }

  #row(meeting, kept = new Map()) {
    const signature = JSON.stringify(meeting);
    const before = kept.get(meeting.code);
    const node = before?.signature === signature ? before.node : meetingRow(meeting);
    this.#rows.set(meeting.code, { signature, node });
    return node;
  }
}
