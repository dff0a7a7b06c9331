// The recordings of a meeting: start and stop where the provider can, and what has become of each.
import { api } from '../api.js';
import { button, el, icon, iconButton } from '../dom.js';
import { confirm } from '../dialog.js';
import { announce, toast } from '../feedback.js';
import { keepFocus } from '../focus.js';
import { dayAndTime, duration, fileSize } from '../time.js';
import { may, report } from './session.js';

const STATUSES = {
  requested: 'Starting',
  starting: 'Starting',
  active: 'Recording',
  stopping: 'Being finished',
  uploading: 'Being finished',
  ready: 'Ready',
  failed: 'Failed',
  expired: 'Expired',
};
const RECORDING = ['requested', 'starting', 'active'];

const isRecording = archive => RECORDING.includes(archive.status);

/** @return {{node: Node, load: () => Promise, show: (meeting, loaded) => void}} */
export function archivesView(link, refresh) {
  const title = el('h2', { id: 'archives-title' }, 'Recordings');
  const control = el('div', {});
  const body = el('div', {});
  const node = el(
    'section',
    { class: 'card archives', 'aria-labelledby': title.id, hidden: true },
    el('div', { class: 'people-head' }, title, control),
    body,
  );
  const view = { link, refresh, before: null, signature: '' };
  return {
    node,
    load: () => (may('GetMeetingArchives') ? load(view) : null),
    show(meeting, loaded) {
      const signature = JSON.stringify([meeting.state, loaded]);
      if (!loaded || signature === view.signature) {
        return;
      }
      view.signature = signature;
      announceChanges(view, loaded.items);
      const records = canRecord(meeting, loaded.providers);
      node.hidden = !records && loaded.items.length === 0;
      replace(control, records && meeting.state === 'live' ? recordButton(view, loaded.items) : null);
      replace(body, loaded.items.length ? list(view, loaded.items) : none(meeting));
    },
  };
}

async function load(view) {
  const [{ items }, providers] = await Promise.all([
    api.archives({ meeting: view.link }),
    view.providers ?? api.providers(),
  ]);
  view.providers = providers;
  return { items, providers };
}

const canRecord = (meeting, providers) =>
  !meeting.endToEndEncryption &&
  providers.some(({ name, capabilities }) => name === meeting.provider && capabilities.includes('enableArchiving'));

/** Keeps the focus on the control that took the place of the one that had it. */
function replace(parent, child) {
  keepFocus(
    parent,
    () => parent.replaceChildren(...[child].filter(Boolean)),
    () => parent.querySelector('button, a'),
  );
}

function recordButton(view, archives) {
  const running = archives.find(isRecording);
  if (running) {
    return may('StopMeetingArchive')
      ? button('Stop recording', {
          icon: 'stop',
          kind: 'outline danger',
          id: 'record',
          disabled: running.status === 'requested',
          on: { click: event => act(view, event, () => api.stopArchive(running.id), 'Recording stopped') },
        })
      : null;
  }
  return may('StartMeetingArchive')
    ? button('Start recording', {
        icon: 'record',
        kind: 'outline',
        id: 'record',
        on: { click: event => act(view, event, () => api.startArchive(view.link), 'Recording started') },
      })
    : null;
}

function none(meeting) {
  const text = {
    live: 'Nothing has been recorded yet.',
    upcoming: 'A recording can be started when somebody is in the meeting.',
    ended: 'This meeting was not recorded.',
  };
  return el('p', { class: 'muted nobody' }, text[meeting.state]);
}

function list(view, archives) {
  return el('ul', { id: 'archives' }, archives.map(archive => row(view, archive)));
}

function row(view, archive) {
  return el(
    'li',
    { class: 'archive', data: { id: archive.id, status: archive.status } },
    el(
      'div',
      { class: 'grow' },
      el('p', { class: 'archive-name' }, archive.name),
      el('p', { class: 'muted small' }, facts(archive)),
    ),
    el('span', { class: `badge ${isRecording(archive) ? 'live' : ''}` }, STATUSES[archive.status]),
    el('div', { class: 'archive-actions' }, actions(view, archive)),
  );
}

function facts(archive) {
  return [
    dayAndTime(archive.startTime ?? archive.createdOn),
    archive.duration ? duration(archive.duration) : null,
    archive.size ? fileSize(archive.size) : null,
    archive.status === 'ready' && archive.storage ? `in ${archive.storage.bucket ?? archive.storage.accountName}` : null,
    archive.status === 'failed' ? archive.reason : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function actions(view, archive) {
  const name = `${archive.name} of ${dayAndTime(archive.startTime ?? archive.createdOn)}`;
  return [
    archive.url
      ? el(
          'a',
          {
            class: 'button icon-only ghost',
            id: `download-${archive.id}`,
            href: api.archiveFile(archive.id),
            target: '_blank',
            rel: 'noopener',
            'aria-label': `Download ${name} (opens a new tab)`,
            title: 'Download',
          },
          icon('download'),
        )
      : null,
    may('DeleteMeetingArchive') && !isRecording(archive)
      ? iconButton(`Delete ${name}`, 'trash', {
          id: `delete-${archive.id}`,
          on: { click: event => remove(view, event, archive) },
        })
      : null,
  ];
}

async function remove(view, event, archive) {
  const agreed = await confirm({
    title: 'Delete this recording?',
    text: `${archive.name}: its file is deleted at the provider. This cannot be undone.`,
    action: 'Delete recording',
  });
  if (agreed) {
    await act(view, event, () => api.deleteArchive(archive.id), 'Recording deleted');
  }
}

async function act(view, { currentTarget }, work, done) {
  currentTarget?.setAttribute('aria-busy', 'true');
  try {
    await work();
    toast(done);
  } catch (problem) {
    report(problem);
  } finally {
    currentTarget?.removeAttribute('aria-busy');
  }
  view.refresh();
}

function announceChanges(view, archives) {
  const before = view.before;
  view.before = new Map(archives.map(({ id, status }) => [id, status]));
  archives
    .filter(({ id, status }) => before && before.has(id) && STATUSES[before.get(id)] !== STATUSES[status])
    .forEach(({ name, status }) => announce(`Recording ${name}: ${STATUSES[status]}`));
}
