// Creating and editing a meeting: one dialog, one form.
import { api, randomKey } from '../api.js';
import { button, el } from '../dom.js';
import { openDialog } from '../dialog.js';
import { toast } from '../feedback.js';
import { notice } from '../message.js';
import { meetingForm } from './form.js';
import { leftSignedOut } from './session.js';

export function createMeeting({ scheduled }) {
  const key = keyPerContent();
  edit({
    title: 'New meeting',
    action: 'Create meeting',
    form: meetingForm({ scheduled }),
    save: async fields => {
      const { code } = await api.createMeeting(fields, key(fields));
      location.hash = `#/meetings/${encodeURIComponent(code)}`;
      toast('Meeting created. Share its link to invite people.');
    },
  });
}

/** The same content has the same key: pressing twice, or again after a lost answer, makes one meeting. */
function keyPerContent() {
  const keys = new Map();
  return fields => {
    const content = JSON.stringify(fields);
    keys.set(content, keys.get(content) ?? randomKey());
    return keys.get(content);
  };
}

export function editMeeting(meeting, onSaved) {
  const form = meetingForm({ meeting, scheduled: meeting.isScheduled });
  const before = form.read();
  edit({
    title: 'Edit meeting',
    action: 'Save changes',
    form,
    save: async fields => {
      const changed = Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== before[name]));
      if (Object.keys(changed).length) {
        await api.editMeeting(meeting.code, withSchedule(changed, fields));
        toast('Changes saved');
      }
      onSaved();
    },
  });
}

/** The server takes a schedule as a whole: whether there is one, and when. */
function withSchedule(changed, { isScheduled, scheduleTime }) {
  return 'isScheduled' in changed || 'scheduleTime' in changed ? { ...changed, isScheduled, scheduleTime } : changed;
}

function edit({ title, action, form, save }) {
  const problem = el('div', {});
  const submit = button(action, { kind: 'primary', type: 'submit', id: 'save-meeting' });
  const body = el(
    'form',
    { class: 'stack', id: 'meeting-form', noValidate: true },
    form.nodes,
    problem,
    el('div', { class: 'actions' }, button('Cancel', { kind: 'outline', on: { click: () => dialog.close() } }), submit),
  );
  body.addEventListener('submit', async event => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true' || !form.check()) {
      return;
    }
    submit.setAttribute('aria-busy', 'true');
    try {
      await save(form.read());
      dialog.close();
    } catch (refused) {
      if (leftSignedOut(refused)) {
        dialog.close();
      } else {
        problem.replaceChildren(notice('error', 'This could not be saved', refused.message));
      }
    } finally {
      submit.removeAttribute('aria-busy');
    }
  });
  const dialog = openDialog({ id: 'meeting-dialog', title, content: body });
  form.first.focus();
}
