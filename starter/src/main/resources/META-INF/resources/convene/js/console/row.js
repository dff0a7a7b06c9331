// How one meeting looks in the list, and the words for its state and time, which the detail shows too.
import { el, icon, iconButton } from '../dom.js';
import { copy } from '../feedback.js';
import { dayAndTime, duration, inSentence, zone } from '../time.js';

export const titleOf = meeting => meeting.title || 'Untitled meeting';

const STATES = { live: 'Live', upcoming: 'Upcoming', ended: 'Ended' };

export function stateBadge(meeting) {
  const ready = meeting.state === 'upcoming' && !meeting.isScheduled;
  return el(
    'span',
    { class: `badge ${ready ? '' : meeting.state}`, data: { state: meeting.state } },
    ready ? 'Ready' : STATES[meeting.state],
  );
}

/** `Started today, 14:00`, `Fri, 27 Nov, 10:00 CET`, `Ended yesterday, 15:10 · 45 min`. */
export function whenText(meeting) {
  if (meeting.state === 'ended') {
    const length = meeting.startTime
      ? ` · ${duration((Date.parse(meeting.endTime) - Date.parse(meeting.startTime)) / 1000)}`
      : '';
    return `Ended ${inSentence(dayAndTime(meeting.endTime))}${length}`;
  }
  if (meeting.state === 'live') {
    return `Started ${inSentence(dayAndTime(meeting.startTime))}`;
  }
  if (meeting.isScheduled && meeting.scheduleTime) {
    return `${dayAndTime(meeting.scheduleTime)} ${zone(new Date(meeting.scheduleTime))}`;
  }
  return 'Open now, nobody has joined yet';
}

/** The link people share; always this server's own address as the browser sees it if the server names none. */
export const joinUrl = meeting => meeting.joinUrl ?? new URL(`meet/${encodeURIComponent(meeting.code)}`, location.href).href;

export function meetingRow(meeting) {
  const title = titleOf(meeting);
  const over = meeting.state === 'ended';
  return el(
    'li',
    { class: 'meeting card', data: { code: meeting.code } },
    el(
      'div',
      { class: 'grow' },
      el('a', { class: 'meeting-title', href: `#/meetings/${encodeURIComponent(meeting.code)}` }, title),
      el(
        'p',
        { class: 'muted small meeting-facts' },
        whenText(meeting),
        meeting.allowGuests ? null : el('span', { class: 'fact' }, icon('lock'), 'Signed-in people only'),
      ),
    ),
    stateBadge(meeting),
    over
      ? null
      : iconButton(`Copy the join link of ${title}`, 'copy', {
          data: { action: 'copy' },
          on: { click: event => copy(joinUrl(meeting), event.currentTarget) },
        }),
    over
      ? null
      : el(
          'a',
          {
            class: 'button outline',
            href: joinUrl(meeting),
            target: '_blank',
            rel: 'noopener',
            'aria-label': `Join ${title} (opens a new tab)`,
          },
          'Join',
        ),
    over ? icon('chevron') : null,
  );
}
