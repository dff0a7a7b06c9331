// The join link, to be copied.
import { button, el } from '../dom.js';
import { copy } from '../feedback.js';
import { dayAndTime, inSentence } from '../time.js';
import { joinUrl } from './row.js';

export function shareCard(meeting) {
  const url = joinUrl(meeting);
  const field = el('input', {
    class: 'input mono',
    id: 'join-link',
    readOnly: true,
    value: url,
    'aria-label': 'Join link',
    on: { focus: () => field.select() },
  });
  return el(
    'section',
    { class: 'card pad share', 'aria-labelledby': 'share-title' },
    el('h2', { id: 'share-title' }, 'Join link'),
    el(
      'div',
      { class: 'share-row' },
      field,
      button('Copy link', {
        icon: 'copy',
        kind: 'primary',
        id: 'copy-link',
        on: { click: event => copy(url, event.currentTarget) },
      }),
    ),
    el('p', { class: 'muted small' }, shareText(meeting)),
  );
}

function shareText(meeting) {
  const who = meeting.allowGuests ? 'Anyone with this link can join.' : 'Only signed-in people can join with this link.';
  const opens = meeting.opensAt && Date.parse(meeting.opensAt) > Date.now() ? ` It opens ${onDay(meeting.opensAt)}.` : '';
  const ends = meeting.endsAt ? ` The meeting closes by itself ${onDay(meeting.endsAt)}.` : '';
  return who + opens + ends;
}

const onDay = iso => inSentence(dayAndTime(iso));
