// The screens around a call: why one cannot get in, and how it ended.
import { base } from '../api.js';
import { button, el } from '../dom.js';
import { showMessage } from '../message.js';
import { countdown, dayAndTime, inSentence, zone } from '../time.js';

const consoleLink = (label, kind = 'outline') => el('a', { class: `button ${kind}`, href: `${base}console` }, label);
const toConsole = info => (info?.signedIn ? consoleLink('All meetings') : null);

export function showUnknown() {
  showMessage({
    name: 'unknown',
    emblem: 'link',
    tone: 'warn',
    title: 'There is no meeting with this link',
    content: [
      'Check that the link is complete: a part of it may have been lost when it was copied. Or ask whoever invited you for a new one.',
    ],
  });
}

export function showEnded(info) {
  showMessage({
    name: 'ended',
    emblem: 'check',
    title: 'This meeting has ended',
    content: [
      info?.endTime ? `${info.title || 'It'} ended ${inSentence(dayAndTime(info.endTime))}.` : 'Thank you for being there.',
    ],
    actions: [toConsole(info)],
  });
}

export function showGuestsRefused() {
  showMessage({
    name: 'guests-refused',
    emblem: 'lock',
    tone: 'warn',
    title: 'This meeting is for signed-in people',
    content: [
      'Guests cannot join it. If you have an account here, sign in and then open this link again. Otherwise ask whoever invited you.',
    ],
    actions: [consoleLink('Sign in', 'primary')],
  });
}

export function showRemoved() {
  showMessage({
    name: 'removed',
    emblem: 'person-remove',
    tone: 'danger',
    title: 'You were removed from the meeting',
    content: ['A moderator has taken you out of this meeting.'],
  });
}

export function showLeft({ info, onRejoin }) {
  showMessage({
    name: 'left',
    emblem: 'leave',
    title: 'You left the meeting',
    content: [
      info?.title
        ? `${info.title} goes on without you. You can come back as long as it lasts.`
        : 'You can come back as long as it lasts.',
    ],
    actions: [button('Rejoin', { kind: 'primary', icon: 'return', id: 'rejoin', on: { click: onRejoin } }), toConsole(info)],
  });
}

/** A call that broke off, or a page that could not load. */
export function showTrouble({ title, problem, onRetry }) {
  showMessage({
    name: 'trouble',
    emblem: 'warning',
    tone: 'danger',
    title,
    content: [problem.message],
    actions: [button('Try again', { kind: 'primary', id: 'try-again', on: { click: onRetry } })],
  });
}

/** Counts down to the opening and calls `onOpen` then. @return a function that stops it */
export function showNotOpen({ info, onOpen }) {
  const opens = Date.parse(info.opensAt);
  const left = el('p', { class: 'big', id: 'countdown', role: 'timer' });
  const starts = info.scheduleTime ? ` It starts ${inSentence(dayAndTime(info.scheduleTime))}.` : '';
  showMessage({
    name: 'not-open',
    emblem: 'clock',
    title: info.title || 'Meeting',
    content: [
      'This meeting has not opened yet. It opens in',
      left,
      el('p', { id: 'opens-at' }, el('strong', {}, `${dayAndTime(info.opensAt)} ${zone(new Date(opens))}`)),
      `Leave this page open: it lets you in by itself.${starts}`,
    ],
  });
  const tick = () => {
    left.textContent = countdown(Math.max(0, opens - Date.now()));
    if (Date.now() >= opens) {
      clearInterval(timer);
      onOpen();
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
  return () => clearInterval(timer);
}
