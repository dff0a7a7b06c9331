// Modal dialogs on the native element: it keeps the focus inside, closes on Escape and gives the focus back.
import { button, el, iconButton, uniqueId } from './dom.js';
import { anchorFocus } from './focus.js';

/**
 * Opens a dialog and returns it; closing removes it from the page.
 * `content` are its nodes below the heading; `actions` its buttons, `onClose` is called once.
 */
export function openDialog({ id, title, content, actions = [], onClose = () => {} }) {
  const heading = uniqueId('dialog-title');
  const dialog = el(
    'dialog',
    { id, 'aria-labelledby': heading },
    el(
      'div',
      { class: 'body' },
      el(
        'div',
        { class: 'head' },
        el('h2', { id: heading }, title),
        iconButton('Close', 'close', { on: { click: () => dialog.close() } }),
      ),
      content,
      actions.length ? el('div', { class: 'actions' }, actions) : null,
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    anchorFocus();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Closes what is open, as when the screen behind it goes. */
export function closeDialogs() {
  document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
}

/** Asks before something that cannot be undone. Resolves to whether the person agreed. */
export function confirm({ title, text, action, kind = 'danger' }) {
  return new Promise(resolve => {
    let agreed = false;
    const decide = answer => {
      agreed = answer;
      dialog.close();
    };
    const dialog = openDialog({
      id: 'confirm',
      title,
      content: el('p', { class: 'muted' }, text),
      actions: [
        button('Cancel', { kind: 'outline', id: 'confirm-no', on: { click: () => decide(false) } }),
        button(action, { kind, id: 'confirm-yes', on: { click: () => decide(true) } }),
      ],
      onClose: () => resolve(agreed),
    });
    dialog.querySelector('#confirm-no').focus();
  });
}
