// The fields of a meeting, with their checks. Times are typed in the local zone and read in UTC.
import { el, uniqueId } from '../dom.js';
import { fromLocalInput, nextHalfHour, toLocalInput, zone } from '../time.js';

/** @return {{nodes: Node[], first: HTMLElement, check: () => boolean, read: () => object}} */
export function meetingForm({ meeting = null, scheduled = false }) {
  const started = Boolean(meeting?.startTime);
  const title = titleField(meeting?.title);
  const now = radio('when', 'now', 'meeting-now', !scheduled);
  const later = radio('when', 'later', 'meeting-later', scheduled);
  const starts = timeField('Starts', 'meeting-starts', meeting?.isScheduled ? meeting.scheduleTime : nextHalfHour());
  const ends = timeField('Ends', 'meeting-ends', meeting?.endsAt, () => 'Optional. The meeting closes by itself at this time.');
  const guests = el('input', { type: 'checkbox', id: 'meeting-guests', checked: meeting?.allowGuests ?? true });
  const sync = () => {
    starts.node.hidden = !later.checked || started;
  };
  [now, later].forEach(choice => choice.addEventListener('change', sync));
  sync();

  return {
    first: title,
    nodes: [
      el('div', { class: 'field' }, el('label', { for: title.id }, 'Title'), title),
      started ? null : whenChoice(now, later),
      starts.node,
      ends.node,
      guestsChoice(guests),
    ].filter(Boolean),
    check: () => checkTimes({ starts, ends, timed: later.checked && !started, meeting }),
    read: () => ({
      title: title.value.trim() || null,
      ...(started ? {} : { isScheduled: later.checked, scheduleTime: later.checked ? starts.read() : null }),
      endsAt: ends.read(),
      allowGuests: guests.checked,
    }),
  };
}

function titleField(value = '') {
  const placeholder = 'Weekly planning';
  return el('input', {
    class: 'input',
    id: 'meeting-title',
    maxLength: 200,
    autocomplete: 'off',
    placeholder,
    value: value ?? '',
  });
}

function guestsChoice(box) {
  const hint = 'Anyone with the link can join under a name they type. Otherwise only signed-in people can.';
  return el('label', { class: 'check' }, box, el('span', {}, 'Let guests in', el('span', { class: 'hint' }, hint)));
}

const radio = (name, value, id, checked) => el('input', { type: 'radio', name, value, id, checked });

function whenChoice(now, later) {
  return el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'label' }, 'When'),
    el('div', { class: 'segmented' }, el('label', {}, now, 'Open now'), el('label', {}, later, 'At a set time')),
  );
}

/** The name of the zone changes with the season. */
const inZone = value => `In your time zone, ${zone(value ? new Date(value) : undefined)}.`;

/** A local date and time; `hint` is made of the value. What the person did not touch is given back to the second, not cut to the minute. */
function timeField(label, id, initial, hint = inZone) {
  const shown = initial ? toLocalInput(initial) : '';
  const describedBy = uniqueId('hint');
  const problem = el('p', { class: 'problem', id: uniqueId('problem'), role: 'alert' });
  const input = el('input', {
    class: 'input',
    type: 'datetime-local',
    id,
    value: shown,
    'aria-describedby': `${describedBy} ${problem.id}`,
    on: { input: () => explained.replaceChildren(hint(input.value)) },
  });
  const explained = el('p', { class: 'hint', id: describedBy }, hint(shown));
  return {
    node: el('div', { class: 'field' }, el('label', { for: id }, label), input, explained, problem),
    read: () => (input.value === shown && initial ? new Date(initial).toISOString() : fromLocalInput(input.value)),
    changed: () => input.value !== shown,
    refuse: text => {
      problem.textContent = text;
      input.setAttribute('aria-invalid', String(Boolean(text)));
      if (text) {
        input.focus();
      }
    },
  };
}

function checkTimes({ starts, ends, timed, meeting }) {
  const start = timed ? starts.read() : null;
  const end = ends.read();
  const problems = [
    [
      ends,
      end && end <= (start ?? new Date().toISOString()) && (ends.changed() || timed)
        ? `Choose an end ${start ? 'after the start' : 'in the future'}.`
        : '',
    ],
    [starts, startProblem({ start, timed, changed: !meeting?.isScheduled || starts.changed() })],
  ];
  problems.forEach(([field, text]) => field.refuse(text));
  return problems.every(([, text]) => !text);
}

function startProblem({ start, timed, changed }) {
  if (timed && !start) {
    return 'Choose a date and a time.';
  }
  return timed && changed && Date.parse(start) < Date.now() ? 'Choose a time in the future.' : '';
}
