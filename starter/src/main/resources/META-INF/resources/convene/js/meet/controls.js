// The bar below the tiles.
import { changeIcon, el, icon } from '../dom.js';
import { confirm } from '../dialog.js';
import { MoreMenu } from './more.js';
import { canShareScreen } from './screen-share.js';

const MAY_SEND = new Set(['moderator', 'publisher', 'publisheronly']);

export class Controls {
  #actions;
  #buttons;
  #unread = el('span', { class: 'unread', id: 'unread', hidden: true });

  constructor(actions) {
    this.#actions = actions;
    this.#buttons = {
      mic: control('mic', 'mic', 'm', actions.microphone),
      cam: control('cam', 'camera', 'v', actions.camera),
      share: control('share', 'screen', 's', actions.screen),
      chat: control('chat', 'chat', 'c', actions.chat),
      people: control('people', 'people', 'p', actions.people),
      endAll: control('end-all', 'stop', null, () => this.#askAndEnd()),
      leave: control('leave', 'leave', null, actions.leave),
    };
    const { mic, cam, share, chat, people, endAll, leave } = this.#buttons;
    chat.node.append(this.#unread);
    [chat, people].forEach(({ node }) => node.setAttribute('aria-controls', 'panel'));
    label(endAll, 'End for all');
    label(leave, 'Leave');
    share.node.hidden = !canShareScreen;
    endAll.node.hidden = true;
    this.menu = new MoreMenu({ ...actions, endForAll: () => this.#askAndEnd() });
    this.node = el(
      'div',
      { class: 'controls', role: 'group', 'aria-label': 'Call controls' },
      mic.node,
      cam.node,
      share.node,
      chat.node,
      people.node,
      this.menu.node,
      endAll.node,
      leave.node,
    );
  }

  role(role) {
    const sends = MAY_SEND.has(role);
    ['mic', 'cam', 'share'].forEach(name => {
      this.#buttons[name].node.hidden ||= !sends;
    });
    this.#buttons.endAll.node.hidden = role !== 'moderator';
    this.menu.role({ moderator: role === 'moderator', shares: sends && canShareScreen });
  }

  show({ audio, video, screen, panel, unread }) {
    const { mic, cam, share, chat, people } = this.#buttons;
    set(mic, audio, ['mic', 'mic-off'], ['Mute microphone', 'Unmute microphone']);
    set(cam, video, ['camera', 'camera-off'], ['Turn camera off', 'Turn camera on']);
    set(share, screen, ['screen-off', 'screen'], ['Stop sharing the screen', 'Share screen']);
    set(chat, panel === 'chat', ['chat', 'chat'], ['Close chat', unread ? `Chat, ${unread} unread` : 'Chat']);
    set(people, panel === 'people', ['people', 'people'], ['Close people', 'People']);
    [
      [chat, 'chat'],
      [people, 'people'],
    ].forEach(([{ node }, name]) => node.setAttribute('aria-expanded', String(panel === name)));
    this.menu.sharing(screen);
    this.#unread.hidden = !unread;
    this.#unread.textContent = unread > 9 ? '9+' : String(unread);
  }

  people(count) {
    this.#buttons.people.node.dataset.count = String(count);
  }

  async #askAndEnd() {
    const agreed = await confirm({
      title: 'End the meeting for all?',
      text: 'Everyone is disconnected, and the link lets nobody in any more. This cannot be undone.',
      action: 'End for all',
    });
    if (agreed) {
      this.#actions.endForAll();
    }
  }
}

function control(id, symbol, key, onClick) {
  const image = icon(symbol);
  const node = el('button', { type: 'button', class: 'control', id, 'aria-keyshortcuts': key, on: { click: onClick } }, image);
  return { node, image, key };
}

function set(button, on, icons, labels) {
  button.node.dataset.on = String(on);
  changeIcon(button.image, icons[on ? 0 : 1]);
  label(button, labels[on ? 0 : 1]);
}

function label({ node, key }, text) {
  node.setAttribute('aria-label', text);
  node.dataset.tip = key ? `${text} (${key.toUpperCase()})` : text;
}
