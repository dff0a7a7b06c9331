// One meeting: its link, what can be done with it, who is in and who was.
import { api } from '../api.js';
import { button, el, icon, showScreen } from '../dom.js';
import { confirm } from '../dialog.js';
import { toast } from '../feedback.js';
import { keepFocus } from '../focus.js';
import { notice, showMessage } from '../message.js';
import { archivesView } from './archives.js';
import { attendanceView } from './attendance.js';
import { editMeeting } from './create.js';
import { joinUrl, stateBadge, titleOf, whenText } from './row.js';
import { leftSignedOut, may, report } from './session.js';
import { shareCard } from './share.js';

const REFRESH_MS = 4000;

/** Shows the meeting; the answer stops it. */
export function showMeeting(link) {
  const parts = { trouble: el('div', { id: 'meeting-trouble' }), head: el('div', {}), attendance: attendanceView(link) };
  const view = { link, stopped: false, screen: null, signature: '', ...parts };
  view.archives = archivesView(link, () => refresh(view));
  refresh(view);
  const timer = setInterval(() => document.hidden || refresh(view), REFRESH_MS);
  return () => {
    view.stopped = true;
    clearInterval(timer);
  };
}

async function refresh(view) {
  try {
    const [meeting, attendance, archives] = await Promise.all([
      api.meeting(view.link),
      may('GetMeetingAttendees') ? api.attendance(view.link) : { people: [] },
      view.archives.load(),
    ]);
    if (!view.stopped) {
      view.archives.show(meeting, archives);
      show(view, meeting, attendance);
    }
  } catch (problem) {
    if (!view.stopped && !leftSignedOut(problem)) {
      failed(view, problem);
    }
  }
}

/** Said once, however often it fails; the next answer takes it back. */
function failed(view, problem) {
  if (view.screen === 'meeting') {
    if (!view.trouble.hasChildNodes()) {
      view.trouble.append(notice('error', 'This may be out of date', problem.message));
    }
  } else if (view.screen !== problem.code) {
    view.screen = problem.code;
    showProblem(problem);
  }
}

function showProblem(problem) {
  showMessage({
    name: 'meeting-problem',
    emblem: 'warning',
    tone: 'warn',
    title: problem.status === 404 ? 'This meeting does not exist' : 'The meeting could not be loaded',
    content: [problem.message],
    actions: [el('a', { class: 'button primary', href: '#/' }, 'All meetings')],
  });
}

function show(view, meeting, attendance) {
  const signature = JSON.stringify(meeting);
  if (signature !== view.signature) {
    view.signature = signature;
    keepFocus(view.head, () => view.head.replaceChildren(...header(view, meeting)));
  }
  view.attendance.show(meeting, attendance);
  view.trouble.replaceChildren();
  if (view.screen !== 'meeting') {
    view.screen = 'meeting';
    showScreen(
      'meeting',
      `${titleOf(meeting)} · Convene`,
      el(
        'div',
        { class: 'page' },
        el('a', { class: 'back', href: '#/' }, icon('back'), 'All meetings'),
        view.trouble,
        view.head,
        view.archives.node,
        view.attendance.node,
      ),
    );
  }
}

function header(view, meeting) {
  return [
    el(
      'div',
      { class: 'page-head' },
      el(
        'div',
        { class: 'grow' },
        el('h1', { tabIndex: -1 }, titleOf(meeting)),
        el('p', { class: 'row muted meeting-when' }, stateBadge(meeting), whenText(meeting)),
      ),
      el('div', { class: 'row' }, actions(view, meeting)),
    ),
    meeting.state === 'ended' ? null : shareCard(meeting),
  ].filter(Boolean);
}

function actions(view, meeting) {
  if (meeting.state === 'ended') {
    return [];
  }
  return [
    may('StopMeeting')
      ? button('End', { icon: 'stop', kind: 'outline danger', id: 'end-meeting', on: { click: () => end(view, meeting) } })
      : null,
    may('EditMeeting')
      ? button('Edit', {
          icon: 'edit',
          kind: 'outline',
          id: 'edit-meeting',
          on: { click: () => editMeeting(meeting, () => refresh(view)) },
        })
      : null,
    el(
      'a',
      { class: 'button primary', id: 'join-meeting', href: joinUrl(meeting), target: '_blank', rel: 'noopener' },
      icon('camera'),
      'Join',
    ),
  ];
}

async function end(view, meeting) {
  const agreed = await confirm({
    title: 'End this meeting?',
    text: 'Everyone in it is disconnected, and the link lets nobody in any more. This cannot be undone.',
    action: 'End meeting',
  });
  if (!agreed) {
    return;
  }
  try {
    await api.endMeeting(meeting.code);
    toast('Meeting ended');
  } catch (problem) {
    report(problem);
  }
  refresh(view);
}
