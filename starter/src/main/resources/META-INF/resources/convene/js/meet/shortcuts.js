// Single keys for the controls, while one is not typing.
import { recall, remember } from '../memory.js';
import { openShortcuts } from './settings.js';

export const KEYS = [
  { key: 'm', does: 'Microphone on or off', action: 'microphone' },
  { key: 'v', does: 'Camera on or off', action: 'camera' },
  { key: 's', does: 'Share the screen, or stop', action: 'screen' },
  { key: 'c', does: 'Chat', action: 'chat' },
  { key: 'p', does: 'People', action: 'people' },
  { key: '?', does: 'This list' },
];

export const shortcutsOn = () => recall('shortcuts') !== 'off';

export const switchShortcuts = on => remember('shortcuts', on ? null : 'off');

/** Listens until the answer is called. */
export function shortcuts(actions) {
  const onKey = event => {
    const shortcut = KEYS.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut || !shortcutsOn() || event.repeat || event.ctrlKey || event.metaKey || event.altKey || busy(event.target)) {
      return;
    }
    event.preventDefault();
    (actions[shortcut.action] ?? openShortcuts)();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function busy(target) {
  return Boolean(target.closest?.('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]'));
}
