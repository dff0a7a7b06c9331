// The meetings, newest first as the server orders them, filtered by state, paged by cursor, kept fresh while in view.
import { api } from '../api.js';
import { button, el, icon, showScreen } from '../dom.js';
import { notice } from '../message.js';
import { createMeeting } from './create.js';
import { meetingRow } from './row.js';
import { leftSignedOut, may } from './session.js';

const PAGE = 20;
const MAX_REFRESH = 100;
const REFRESH_MS = 10_000;
const FILTERS = [['', 'All'], ['live', 'Live'], ['upcoming', 'Upcoming'], ['ended', 'Ended']];

let filter = '';

/** Shows the list; the answer stops it. */
export function showList() {
  const view = { list: el('ul', { class: 'meetings', id: 'meetings', 'aria-label': 'Meetings' }), status: el('div', { id: 'list-status' }), more: null, rows: new Map(), cursor: null, request: 0 };
  view.more = button('Show more', { kind: 'outline', id: 'show-more', hidden: true, on: { click: () => loadMore(view) } });
  showScreen('list', 'Meetings · Convene', el('div', { class: 'page' }, head(), filters(view), el('h2', { class: 'visually-hidden' }, 'List'), view.status, view.list, view.more));
  view.status.append(el('div', { class: 'spinner' }));
  load(view);
  const timer = setInterval(() => document.hidden || load(view), REFRESH_MS);
  return () => {
    clearInterval(timer);
    view.request += 1;
  };
}

function head() {
  const actions = may('CreateMeetingSession')
    ? [
        button('Schedule', { icon: 'calendar', kind: 'outline', id: 'schedule-meeting', on: { click: () => createMeeting({ scheduled: true }) } }),
        button('New meeting', { icon: 'plus', kind: 'primary', id: 'new-meeting', on: { click: () => createMeeting({ scheduled: false }) } }),
      ]
    : [];
  return el('div', { class: 'page-head' }, el('h1', {}, 'Meetings'), el('div', { class: 'row' }, actions));
}

function filters(view) {
  const buttons = FILTERS.map(([state, label]) =>
    el('button', { type: 'button', data: { filter: state || 'all' }, 'aria-pressed': String(state === filter), on: { click: () => choose(state) } }, label));
  const choose = state => {
    filter = state;
    FILTERS.forEach(([each], i) => buttons[i].setAttribute('aria-pressed', String(each === state)));
    view.rows.clear();
    view.list.replaceChildren();
    load(view);
  };
  return el('div', { class: 'segmented', role: 'group', 'aria-label': 'Show' }, buttons);
}

/** Asks again for everything on show. A late answer to an earlier question is dropped. */
async function load(view) {
  const mine = (view.request += 1);
  const limit = Math.min(MAX_REFRESH, Math.max(PAGE, view.rows.size));
  try {
    const page = await api.meetings(query({ limit }));
    if (mine === view.request) {
      // Beyond what one request returns, what is on show stays as it is.
      const beyond = [...view.rows.keys()].slice(limit);
      show(view, page.items, beyond);
      view.cursor = beyond.length ? view.cursor : page.nextCursor;
      settle(view);
    }
  } catch (problem) {
    if (mine === view.request) {
      fail(view, problem);
    }
  }
}

async function loadMore(view) {
  const mine = (view.request += 1);
  const before = view.rows.size;
  try {
    const page = await api.meetings(query({ limit: PAGE, cursor: view.cursor }));
    if (mine === view.request) {
      page.items.forEach(meeting => view.list.append(row(view, meeting)));
      view.cursor = page.nextCursor;
      settle(view);
      view.list.children[before]?.querySelector('a')?.focus();
    }
  } catch (problem) {
    fail(view, problem);
  }
}

const query = fields => ({ ...(filter ? { state: filter } : {}), ...fields });

/** Rows that did not change stay the same nodes, so the focus and a screen reader's place survive a refresh. */
function show(view, meetings, beyond) {
  const kept = new Map(view.rows);
  view.rows.clear();
  const nodes = meetings.map(meeting => row(view, meeting, kept));
  beyond.forEach(code => view.rows.set(code, kept.get(code)));
  nodes.push(...beyond.map(code => kept.get(code).node));
  nodes.forEach((node, i) => view.list.children[i] === node || view.list.insertBefore(node, view.list.children[i] ?? null));
  while (view.list.children.length > nodes.length) {
    view.list.lastChild.remove();
  }
}

function row(view, meeting, kept = new Map()) {
  const signature = JSON.stringify(meeting);
  const before = kept.get(meeting.code);
  const node = before?.signature === signature ? before.node : meetingRow(meeting);
  view.rows.set(meeting.code, { signature, node });
  return node;
}

function settle(view) {
  view.more.hidden = !view.cursor;
  view.status.replaceChildren(...(view.rows.size ? [] : [empty()]));
}

function fail(view, problem) {
  if (!leftSignedOut(problem)) {
    view.status.replaceChildren(notice('error', 'The meetings could not be loaded', problem.message));
  }
}

function empty() {
  if (filter) {
    const label = FILTERS.find(([state]) => state === filter)[1].toLowerCase();
    return el('div', { class: 'empty' }, el('p', { class: 'muted' }, `There are no ${label} meetings.`));
  }
  return el(
    'div',
    { class: 'empty card', id: 'empty' },
    el('div', { class: 'emblem' }, icon('people')),
    el('h2', {}, 'No meetings yet'),
    el('p', { class: 'muted' }, 'Create a meeting and share its link. Whoever opens the link in a browser can join: no account, nothing to install.'),
    may('CreateMeetingSession')
      ? button('Create your first meeting', { kind: 'primary', icon: 'plus', id: 'first-meeting', on: { click: () => createMeeting({ scheduled: false }) } })
      : null,
  );
}
