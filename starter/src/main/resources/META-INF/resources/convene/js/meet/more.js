// What is needed now and then: devices, shortcuts, the theme; on a narrow screen also what the bar has no room for.
import { button, changeIcon, el, icon } from '../dom.js';
import { themeIcon, themeLabel, toggleTheme } from '../theme.js';
import { openDevices, openShortcuts } from './settings.js';

export function moreMenu(actions) {
  const list = el('div', { class: 'menu', id: 'more-menu', popover: 'auto', role: 'group', 'aria-label': 'More' });
  const toggle = el('button', { type: 'button', class: 'control', id: 'more', 'aria-label': 'More', 'data-tip': 'More', 'aria-controls': 'more-menu', 'aria-expanded': 'false' }, icon('more'));
  const item = (id, label, symbol, act, kind = '') => button(label, { icon: symbol, kind: `ghost wide ${kind}`, id, on: { click: () => { list.hidePopover(); act(); } } });
  const share = item('more-share', 'Share screen', 'screen', actions.screen, 'narrow');
  const theme = item('more-theme', themeLabel(), themeIcon(), toggleTheme);
  const end = item('more-end-all', 'End for all', 'stop', actions.endForAll, 'narrow danger-text');
  list.append(share, item('more-devices', 'Camera and sound', 'settings', () => openDevices(actions.media)), item('more-shortcuts', 'Keyboard shortcuts', 'keyboard', openShortcuts), theme, end);
  toggle.popoverTargetElement = list;
  list.addEventListener('toggle', event => {
    const open = event.newState === 'open';
    toggle.setAttribute('aria-expanded', String(open));
    theme.lastChild.textContent = themeLabel();
    changeIcon(theme.firstChild, themeIcon());
    if (open) {
      list.querySelector('button:not([hidden])')?.focus();
    }
  });
  return {
    node: el('div', { class: 'more' }, toggle, list),
    role({ moderator, shares }) {
      end.hidden = !moderator;
      share.hidden = !shares;
    },
    sharing(on) {
      share.lastChild.textContent = on ? 'Stop sharing the screen' : 'Share screen';
    },
  };
}
