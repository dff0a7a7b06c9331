// What just happened, for eyes and for screen readers. The pages hold one polite and one assertive live region.
import { changeIcon, el } from './dom.js';

/** Has a screen reader say it; `urgent` interrupts. */
export function announce(text, { urgent = false } = {}) {
  const region = document.getElementById(urgent ? 'live-assertive' : 'live-polite');
  const line = el('p', {}, text);
  region.append(line);
  setTimeout(() => line.remove(), 8000);
}

/** Shows a short confirmation at the bottom and announces it. */
export function toast(text, { milliseconds = 3500 } = {}) {
  const node = el('div', { class: 'toast' }, text);
  const stack = document.getElementById('toasts');
  stack.append(node);
  while (stack.children.length > 3) {
    stack.firstChild.remove();
  }
  announce(text);
  setTimeout(() => node.remove(), milliseconds);
}

/** Copies text and says so on the button that was pressed. */
export async function copy(text, source) {
  const copied = await toClipboard(text);
  toast(copied ? 'Link copied' : 'The browser did not allow copying. Select the link and copy it by hand.');
  const symbol = source?.querySelector('.icon');
  if (copied && symbol) {
    changeIcon(symbol, 'check');
    setTimeout(() => changeIcon(symbol, 'copy'), 2000);
  }
}

/** The clipboard API exists in secure pages only; the old command still works in the others. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const field = el('textarea', { value: text, readOnly: true, class: 'visually-hidden', 'aria-hidden': 'true' });
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return copied;
}
