// The tiles: a grid of people, or a shared screen in front with the people beside it.
import { el } from '../dom.js';
import { fit } from './grid.js';
import { Tile } from './tile.js';

const GAP = 12;

export class Stage {
  #people = new Map();
  #screens = new Map();
  #tracks = new Map();
  #grid = el('ul', { class: 'tiles', id: 'tiles', 'aria-label': 'People in the call' });
  #front = el('ul', { class: 'front', id: 'screens', 'aria-label': 'Shared screen' });
  #hint = el('p', { class: 'alone', hidden: true }, 'You are the only one here. Share the link to invite others.');
  #resized = new ResizeObserver(() => this.#layOut());

  constructor() {
    this.node = el('section', { class: 'stage', 'aria-label': 'Video' }, this.#hint, this.#front, this.#grid);
    this.#resized.observe(this.#grid);
  }

  add(peer) {
    const tile = new Tile(peer, 'camera');
    this.#people.set(peer.peerId, { tile, peer });
    this.#grid.append(tile.node);
    if (!peer.own) {
      tile.connection = 'connecting';
    }
    this.update(peer);
    this.#layOut();
  }

  remove(peerId) {
    this.#people.get(peerId)?.tile.node.remove();
    this.#people.delete(peerId);
    ['camera', 'screen'].forEach(source => this.#tracks.delete(`${source} ${peerId}`));
    this.#showScreen({ peerId, state: { screen: false } });
    this.#layOut();
  }

  track(peerId, source, track) {
    this.#tracks.set(`${source} ${peerId}`, track);
    const peer = this.#people.get(peerId)?.peer;
    if (peer) {
      this.update(peer);
    }
  }

  /** Shows what this person announces, as far as the tracks for it are here. */
  update(peer) {
    const entry = this.#people.get(peer.peerId);
    if (!entry) {
      return;
    }
    entry.peer = peer;
    const camera = this.#tracks.get(`camera ${peer.peerId}`) ?? null;
    entry.tile.track = camera;
    entry.tile.show({ audio: peer.state.audio, videoOn: peer.state.video && Boolean(camera) });
    this.#showScreen(peer);
  }

  connection(peerId, state) {
    const tile = this.#people.get(peerId)?.tile;
    if (tile) {
      tile.connection = state;
    }
  }

  speaking(ids) {
    this.#people.forEach(({ tile }, id) => {
      tile.speaking = ids.has(id);
    });
  }

  alone(on) {
    this.#hint.hidden = !on;
  }

  close() {
    this.#resized.disconnect();
  }

  /** One's own share is not shown back: it would mirror itself without end. */
  #showScreen(peer) {
    const track = this.#tracks.get(`screen ${peer.peerId}`);
    const shown = this.#screens.get(peer.peerId);
    if (peer.state.screen && track && !peer.own) {
      const tile = shown ?? new Tile(peer, 'screen');
      tile.track = track;
      tile.show({ audio: true, videoOn: true });
      this.#screens.set(peer.peerId, tile);
    } else if (shown) {
      shown.node.remove();
      this.#screens.delete(peer.peerId);
    }
    this.#arrangeScreens();
  }

  /** The latest share stands in front; others stay reachable among the people. */
  #arrangeScreens() {
    const tiles = [...this.#screens.values()];
    tiles.forEach((tile, i) => {
      const place = i === tiles.length - 1 ? this.#front : this.#grid;
      if (tile.node.parentNode !== place) {
        place.append(tile.node);
        tile.play();
      }
    });
    this.node.dataset.layout = tiles.length ? 'screen' : 'grid';
    this.#front.hidden = tiles.length === 0;
    this.#layOut();
  }

  #layOut() {
    const { clientWidth, clientHeight } = this.#grid;
    const size = fit(this.#grid.children.length, clientWidth, clientHeight, GAP);
    this.#grid.style.setProperty('--tile-width', `${size.width}px`);
    this.#grid.style.setProperty('--tile-height', `${size.height}px`);
  }
}
