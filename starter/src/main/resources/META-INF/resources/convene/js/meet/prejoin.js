// Before the call: the name, the devices, a look in the mirror.
import { button, el, showScreen } from '../dom.js';
import { recall, remember } from '../memory.js';
import { notice } from '../message.js';
import { deviceFields } from './device-fields.js';
import { previewPane } from './preview.js';

/**
 * Shows the pre-join page. `invited`: the person brings a token, which has their name. `join(name)` is asked to let them in
 * and may reject with a Problem, which is shown. @return a function that tidies up
 */
export function showPrejoin({ info, media, invited, join, problem }) {
  const preview = previewPane(media);
  const devices = deviceFields(media);
  const error = el('div', { id: 'join-problem' });
  const name = nameField(info);
  const submit = button('Join', { kind: 'primary wide', type: 'submit', id: 'join' });
  const form = el('form', { class: 'stack', id: 'join-form', noValidate: true }, invited ? null : name.node, error, submit);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!submit.disabled && (invited || name.check())) {
      enter({ submit, error, join, name: invited ? '' : name.value() });
    }
  });
  showScreen(
    'prejoin',
    `${info.title || 'Meeting'} · Convene`,
    el(
      'div',
      { class: 'prejoin' },
      preview.node,
      el('section', { class: 'card pad stack prejoin-card', 'aria-label': 'Join' }, heading(info), form),
      el('section', { class: 'prejoin-devices', 'aria-label': 'Devices' }, devices.nodes),
    ),
  );
  if (problem) {
    refuse({ submit, error }, problem);
  }
  return () => {
    preview.stop();
    devices.stop();
  };
}

function heading(info) {
  const hint = info.moderator
    ? 'You join as the moderator: you can remove people and end the meeting for all.'
    : 'Ready to join?';
  return el('div', { class: 'prejoin-title' }, el('h1', {}, info.title || 'Meeting'), el('p', { class: 'muted' }, hint));
}

function nameField(info) {
  const problem = el('p', { class: 'problem', id: 'name-problem', role: 'alert' });
  const input = el('input', {
    class: 'input',
    id: 'name',
    name: 'name',
    maxLength: 100,
    autocomplete: 'name',
    required: true,
    value: info.name ?? recall('name') ?? '',
    'aria-describedby': 'name-problem',
  });
  return {
    node: el('div', { class: 'field' }, el('label', { for: 'name' }, 'Your name'), input, problem),
    value: () => input.value.trim(),
    check() {
      const missing = !input.value.trim();
      problem.textContent = missing ? 'Type the name the others will see.' : '';
      input.setAttribute('aria-invalid', String(missing));
      if (missing) {
        input.focus();
      }
      return !missing;
    },
  };
}

async function enter({ submit, error, join, name }) {
  if (name) {
    remember('name', name);
  }
  error.replaceChildren();
  busy(submit, true);
  try {
    await join(name);
  } catch (problem) {
    busy(submit, false);
    refuse({ submit, error }, problem);
  }
}

function busy(submit, on) {
  submit.disabled = on;
  submit.lastChild.textContent = on ? 'Joining…' : 'Join';
}

/** Says what is wrong; if the server says when to come back, the button waits as long. */
function refuse({ submit, error }, problem) {
  error.replaceChildren(notice('error', 'You could not join', problem.message));
  let seconds = problem.retryAfter;
  if (!seconds) {
    return;
  }
  submit.disabled = true;
  const tick = () => {
    submit.lastChild.textContent = seconds > 0 ? `Try again in ${seconds} s` : 'Join';
    submit.disabled = seconds > 0;
    seconds -= 1;
    if (seconds >= 0 && submit.isConnected) {
      setTimeout(tick, 1000);
    }
  };
  tick();
}
