// The dialogs behind the menu.
import { el, icon } from '../dom.js';
import { openDialog } from '../dialog.js';
import { deviceFields } from './device-fields.js';
import { microphoneMeter } from './meter.js';
import { KEYS, shortcutsOn, switchShortcuts } from './shortcuts.js';

export function openDevices(media) {
  const fields = deviceFields(media, 'call-');
  const meter = microphoneMeter(media);
  openDialog({
    id: 'devices-dialog',
    title: 'Camera and sound',
    content: el('div', { class: 'stack' }, fields.nodes, el('div', { class: 'preview-meter' }, icon('mic'), meter.node)),
    onClose: () => {
      fields.stop();
      meter.stop();
    },
  });
}

/** Single keys get in the way of speech control and of some people's typing: they can be switched off (WCAG 2.1.4). */
export function openShortcuts() {
  const box = el('input', {
    type: 'checkbox',
    id: 'shortcuts-on',
    checked: shortcutsOn(),
    on: { change: event => switchShortcuts(event.target.checked) },
  });
  openDialog({
    id: 'shortcuts-dialog',
    title: 'Keyboard shortcuts',
    content: [
      el(
        'dl',
        { class: 'keys' },
        KEYS.map(({ key, does }) => el('div', {}, el('dt', {}, does), el('dd', {}, el('kbd', {}, key.toUpperCase())))),
      ),
      el('label', { class: 'check' }, box, el('span', {}, 'Use these keys')),
    ],
  });
}
