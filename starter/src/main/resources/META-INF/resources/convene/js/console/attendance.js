// Who is in a meeting and who was: one row per person, however often they left and came back.
import { api } from '../api.js';
import { el, icon } from '../dom.js';
import { announce } from '../feedback.js';
import { clockTime, dayAndTime, duration } from '../time.js';
import { may } from './session.js';

/** @return {{node: Node, show: (meeting, attendance) => void}} */
export function attendanceView(link) {
  const title = el('h2', { id: 'people-title' }, 'People');
  const body = el('div', {});
  const csv = csvLink(link);
  const node = el(
    'section',
    { class: 'card people', 'aria-labelledby': title.id, hidden: !may('GetMeetingAttendees') },
    el('div', { class: 'people-head' }, title, csv),
    body,
  );
  let before = null;
  let signature = '';
  return {
    node,
    show(meeting, { people }) {
      announceChanges(before, people);
      before = people;
      const present = people.filter(person => person.present).length;
      title.textContent = heading(meeting, people.length, present);
      csv.hidden = people.length === 0;
      const now = signatureOf(meeting, people);
      if (now === signature) {
        people.forEach(person => updateTime(body, person));
      } else {
        signature = now;
        body.replaceChildren(people.length ? table(people) : nobody(meeting));
      }
    },
  };
}

/** All but the time that runs: while it stays the same, the table does, with what is selected or being read in it. */
function signatureOf({ state }, people) {
  return JSON.stringify([state, people.map(person => ({ ...person, secondsPresent: null }))]);
}

function updateTime(body, { identity, secondsPresent }) {
  const row = [...body.querySelectorAll('tbody tr')].find(it => it.dataset.identity === identity);
  row.lastChild.textContent = duration(secondsPresent);
}

function csvLink(link) {
  const props = { id: 'export-csv', href: api.attendanceCsv(link), download: `attendance-${link}.csv`, hidden: true };
  return el('a', { class: 'button outline', ...props }, icon('download'), 'Export CSV');
}

function nobody({ state }) {
  const text = state === 'ended' ? 'Nobody joined this meeting.' : 'Nobody has joined yet. People appear here as they come in.';
  return el('p', { class: 'muted nobody' }, text);
}

function heading(meeting, total, present) {
  if (!total) {
    return 'People';
  }
  return meeting.state === 'ended' ? `Who was there (${total})` : `In the meeting now: ${present} of ${total}`;
}

const nameOf = person => person.name || person.identity;

function announceChanges(before, people) {
  if (!before) {
    return;
  }
  const wasPresent = new Map(before.map(person => [person.identity, person.present]));
  people
    .filter(person => person.present !== (wasPresent.get(person.identity) ?? false))
    .forEach(person => announce(`${nameOf(person)} ${person.present ? 'joined' : 'left'}`));
}

function table(people) {
  const columns = ['Person', 'First joined', 'Last left', 'Time present'];
  const sorted = [...people].sort((a, b) => Number(b.present) - Number(a.present) || a.firstJoin.localeCompare(b.firstJoin));
  return el(
    'table',
    { id: 'attendance' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        columns.map((name, i) => el('th', { scope: 'col', class: i === 1 || i === 2 ? 'wide-only' : '' }, name)),
      ),
    ),
    el('tbody', {}, sorted.map(personRow)),
  );
}

function personRow(person) {
  const visits = person.visits?.length ?? 1;
  const span = person.present
    ? `since ${clockTime(person.firstJoin)}`
    : `${clockTime(person.firstJoin)} to ${clockTime(person.lastLeave)}`;
  return el(
    'tr',
    { data: { identity: person.identity, present: String(person.present) } },
    el(
      'th',
      { scope: 'row' },
      el(
        'div',
        { class: 'person' },
        el('span', { class: 'person-name' }, nameOf(person)),
        el('span', { class: `presence ${person.present ? 'in' : ''}` }, person.present ? 'In the meeting' : 'Left'),
        visits > 1 ? el('span', { class: 'muted small visits' }, `${visits} visits`) : null,
        el('span', { class: 'muted small narrow-only' }, span),
      ),
    ),
    el('td', { class: 'wide-only' }, dayAndTime(person.firstJoin)),
    el('td', { class: 'wide-only' }, person.present ? '–' : dayAndTime(person.lastLeave)),
    el('td', {}, duration(person.secondsPresent)),
  );
}
