// The list of people, with what a moderator can do.
import { changeIcon, el, icon, iconButton } from '../dom.js';
import { confirm } from '../dialog.js';
import { keepFocus } from '../focus.js';
import { avatar } from './tile.js';

const ROLES = { moderator: 'Moderator', subscriber: 'Watching' };

export class People {
  title = 'People';
  unread = 0;
  #rows = new Map();
  #list = el('ul', { class: 'people-list', id: 'people-list' });
  #moderator = false;
  #onRemove;

  constructor({ onRemove }) {
    this.#onRemove = onRemove;
    this.node = el('div', { class: 'people-panel', role: 'group', 'aria-label': 'People in the call', tabIndex: 0 }, this.#list);
  }

  role(role) {
    this.#moderator = role === 'moderator';
  }

  opened() {}

  show(peer) {
    const row = this.#rows.get(peer.peerId) ?? this.#add(peer);
    device(row.mic, peer.state.audio, ['mic', 'mic-off'], 'microphone');
    device(row.camera, peer.state.video, ['camera', 'camera-off'], 'camera');
    row.sharing.hidden = !peer.state.screen;
  }

  remove(peerId) {
    keepFocus(this.#list, () => this.#rows.get(peerId)?.node.remove(), () => this.node);
    this.#rows.delete(peerId);
  }

  #add(peer) {
    const row = { mic: state(), camera: state(), sharing: el('span', { class: 'badge', hidden: true }, 'Sharing') };
    row.node = el(
      'li',
      { data: { peer: peer.peerId } },
      avatar(peer.name),
      el(
        'div',
        { class: 'grow' },
        el('bdi', { class: 'person-name' }, peer.own ? `${peer.name} (you)` : peer.name),
        ROLES[peer.role] ? el('p', { class: 'muted small' }, ROLES[peer.role]) : null,
      ),
      row.sharing,
      row.camera.node,
      row.mic.node,
      peer.own ? null : this.#removeButton(peer),
    );
    this.#rows.set(peer.peerId, row);
    this.#list.append(row.node);
    return row;
  }

  #removeButton(peer) {
    return this.#moderator
      ? iconButton(`Remove ${peer.name}`, 'person-remove', {
          data: { action: 'remove' },
          on: { click: () => this.#askAndRemove(peer) },
        })
      : null;
  }

  async #askAndRemove(peer) {
    const agreed = await confirm({
      title: `Remove ${peer.name}?`,
      text: 'They are taken out of the meeting at once.',
      action: 'Remove',
    });
    if (agreed) {
      this.#onRemove(peer);
    }
  }
}

function state() {
  const symbol = icon('mic');
  const text = el('span', { class: 'visually-hidden' });
  return { node: el('span', { class: 'device' }, symbol, text), symbol, text };
}

function device({ node, symbol, text }, on, icons, name) {
  node.dataset.on = String(on);
  changeIcon(symbol, icons[on ? 0 : 1]);
  text.textContent = `${name} ${on ? 'on' : 'off'}`;
}
