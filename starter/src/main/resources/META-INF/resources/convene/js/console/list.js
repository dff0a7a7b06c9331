// The console's first view: all meetings, the latest first as the server orders them.
import { button, el, icon, showScreen } from '../dom.js';
import { createMeeting } from './create.js';
import { MeetingList } from './meeting-list.js';
import { may } from './session.js';

const REFRESH_MS = 10_000;
const FILTERS = [
  ['', 'All'],
  ['live', 'Live'],
  ['upcoming', 'Upcoming'],
  ['ended', 'Ended'],
];

let state = '';

/** Shows the list; the answer stops it. */
export function showList() {
  const list = new MeetingList({ state, empty });
  const heading = el('h2', { class: 'visually-hidden' }, 'List');
  showScreen('list', 'Meetings · Convene', el('div', { class: 'page' }, head(), filters(list), heading, list.nodes));
  list.load();
  const timer = setInterval(() => document.hidden || list.load(), REFRESH_MS);
  return () => {
    clearInterval(timer);
    list.close();
  };
}

function head() {
  const actions = may('CreateMeetingSession')
    ? [
        create('Schedule', { id: 'schedule-meeting', icon: 'calendar', kind: 'outline' }, true),
        create('New meeting', { id: 'new-meeting', icon: 'plus', kind: 'primary' }, false),
      ]
    : [];
  return el('div', { class: 'page-head' }, el('h1', {}, 'Meetings'), el('div', { class: 'row' }, actions));
}

function create(label, look, scheduled) {
  return button(label, { ...look, on: { click: () => createMeeting({ scheduled }) } });
}

function filters(list) {
  const buttons = FILTERS.map(([name, label]) => {
    const choose = () => {
      state = name;
      buttons.forEach((each, i) => each.setAttribute('aria-pressed', String(FILTERS[i][0] === name)));
      list.filter(name);
    };
    return el(
      'button',
      { type: 'button', data: { filter: name || 'all' }, 'aria-pressed': String(name === state), on: { click: choose } },
      label,
    );
  });
  return el('div', { class: 'segmented', role: 'group', 'aria-label': 'Show' }, buttons);
}

function empty(filtered) {
  if (filtered) {
    return el('div', { class: 'empty' }, el('p', { class: 'muted' }, `There are no ${filtered} meetings.`));
  }
  return el(
    'div',
    { class: 'empty card', id: 'empty' },
    el('div', { class: 'emblem' }, icon('people')),
    el('h2', {}, 'No meetings yet'),
    el(
      'p',
      { class: 'muted' },
      'Create a meeting and share its link. Whoever opens the link in a browser can join: no account, nothing to install.',
    ),
    may('CreateMeetingSession')
      ? create('Create your first meeting', { id: 'first-meeting', icon: 'plus', kind: 'primary' }, false)
      : null,
  );
}
