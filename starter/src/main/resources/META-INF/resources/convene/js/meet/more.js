// What is needed now and then: devices, shortcuts, the theme; on a narrow screen also what the bar has no room for.
import { button, changeIcon, el, icon } from '../dom.js';
import { themeIcon, themeLabel, toggleTheme } from '../theme.js';
import { openDevices, openShortcuts } from './settings.js';

export class MoreMenu {
  #list = el('div', { class: 'menu', id: 'more-menu', popover: 'auto', role: 'group', 'aria-label': 'More' });
  #toggle = el(
    'button',
    { type: 'button', class: 'control', id: 'more', 'aria-label': 'More', 'data-tip': 'More' },
    icon('more'),
  );
  #share;
  #theme;
  #end;

  constructor(actions) {
    const devices = this.#item('Camera and sound', { id: 'more-devices', icon: 'settings' }, () => openDevices(actions.media));
    const keys = this.#item('Keyboard shortcuts', { id: 'more-shortcuts', icon: 'keyboard' }, openShortcuts);
    this.#share = this.#item('Share screen', { id: 'more-share', icon: 'screen', kind: 'narrow' }, actions.screen);
    this.#theme = this.#item(themeLabel(), { id: 'more-theme', icon: themeIcon() }, toggleTheme);
    this.#end = this.#item('End for all', { id: 'more-end-all', icon: 'stop', kind: 'narrow danger-text' }, actions.endForAll);
    this.#list.append(this.#share, devices, keys, this.#theme, this.#end);
    this.#list.addEventListener('toggle', event => this.#toggled(event.newState === 'open'));
    this.#toggle.popoverTargetElement = this.#list;
    this.node = el('div', { class: 'more' }, this.#toggle, this.#list);
    this.#toggled(false);
  }

  role({ moderator, shares }) {
    this.#end.hidden = !moderator;
    this.#share.hidden = !shares;
  }

  sharing(on) {
    this.#share.lastChild.textContent = on ? 'Stop sharing the screen' : 'Share screen';
  }

  #item(label, { kind = '', ...look }, act) {
    const choose = () => {
      this.#list.hidePopover();
      act();
    };
    return button(label, { ...look, kind: `ghost wide ${kind}`, on: { click: choose } });
  }

  #toggled(open) {
    this.#toggle.setAttribute('aria-expanded', String(open));
    this.#theme.lastChild.textContent = themeLabel();
    changeIcon(this.#theme.firstChild, themeIcon());
    if (open) {
      this.#list.querySelector('button:not([hidden])')?.focus();
    }
  }
}
