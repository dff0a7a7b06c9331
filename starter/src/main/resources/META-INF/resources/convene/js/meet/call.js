// The call: connects to the provider and keeps stage, panels and controls in step with what it reports.
import { base } from '../api.js';
import { el, showScreen } from '../dom.js';
import { announce, toast } from '../feedback.js';
import { Banners } from './banners.js';
import { Chat } from './chat.js';
import { Controls } from './controls.js';
import { callHead } from './head.js';
import { Panel } from './panel.js';
import { People } from './people.js';
import { Participants } from './participants.js';
import { ScreenShare } from './screen-share.js';
import { shortcuts } from './shortcuts.js';
import { Stage } from './stage.js';
import { keepAwake } from './wake-lock.js';
import { describe } from './media-problems.js';

/**
 * Connects and shows the call. Rejects if the provider does not let us in. `over` of the answer resolves to how the call
 * ended: `{why: 'left'|'ended'|'removed'|'failed', problem?}`.
 */
export async function inCall({ info, link, media, admission, renewToken }) {
  const { connect } = await providerModule(admission.provider);
  const screen = new CallScreen({ info, link, media });
  const call = await connect({
    token: admission.token,
    serverUrl: location.origin + base,
    media: { microphone: media.tracks.audio, camera: media.tracks.video, audio: media.on.audio, video: media.on.video },
    renewToken,
    onEvent: event => screen.handle(event),
  });
  screen.start(call);
  return { over: screen.over };
}

/** The name comes from the server, but it becomes part of an address: letters only. */
function providerModule(name) {
  if (!/^[a-z]+$/.test(name)) {
    throw new Error(`No client for the provider ${name}`);
  }
  return import(`${base}convene/providers/${name}.js`);
}

const SOURCES = { audio: 'microphone', video: 'camera' };

class CallScreen {
  #media;
  #info;
  #call = null;
  #cleanUp = [];
  #sent = {};
  #end;
  over = new Promise(resolve => {
    this.#end = resolve;
  });

  constructor({ info, link, media }) {
    this.#media = media;
    this.#info = info;
    this.banners = new Banners();
    this.stage = new Stage();
    this.people = new People({ onRemove: peer => this.#call.removePeer(peer.peerId) });
    this.chat = new Chat({ send: text => this.#call.sendChat(text) });
    this.panel = new Panel({ chat: this.chat, people: this.people, onChange: () => this.#showControls() });
    this.head = callHead({ info, link });
    this.participants = new Participants({ stage: this.stage, people: this.people, onCount: count => this.#counted(count), onSoundBlocked: () => this.banners.soundBlocked() });
    this.share = new ScreenShare({ banners: this.banners, onChange: track => this.#shared(track) });
    this.controls = new Controls(this.#actions());
  }

  /** What the controls, the menu and the shortcuts can do. */
  #actions() {
    const turn = kind => this.#turn(kind);
    return {
      microphone: () => turn('audio'),
      camera: () => turn('video'),
      screen: () => this.share.toggle(),
      chat: () => this.panel.toggle('chat'),
      people: () => this.panel.toggle('people'),
      leave: () => this.#finish({ why: 'left' }),
      endForAll: () => this.#call.endForAll(),
      media: this.#media,
    };
  }

  handle(event) {
    const handlers = {
      welcome: () => this.#welcome(event),
      'peer-joined': () => this.participants.joined(event.peer),
      'peer-left': () => this.participants.left(event.peerId, event.reason),
      track: () => this.participants.track(event),
      state: () => this.participants.state(event.peerId, event.state),
      connection: () => this.participants.connection(event.peerId, event.state),
      chat: () => this.#chatted(event),
      reconnecting: () => this.banners.reconnecting(),
      reconnected: () => this.banners.reconnected(),
      ended: () => this.#finish({ why: 'ended' }),
      removed: () => this.#finish({ why: 'removed' }),
      error: () => this.#failed(event),
    };
    handlers[event.type]?.();
  }

  start(call) {
    this.#call = call;
    const { audio, video } = this.#media.on;
    this.#sent = { audio, video };
    this.#listen();
    showScreen('call', `${this.#info.title || 'Meeting'} · Convene`, el('div', { class: 'call' }, this.head.node, this.banners.node, el('div', { class: 'call-body' }, this.stage.node, this.panel.node), this.controls.node));
    this.#showMedia();
    // For tests and for support: read access only.
    window.convene = Object.freeze({ stats: () => call.stats() });
    this.#cleanUp.push(shortcuts(this.#actions()), keepAwake(), () => delete window.convene);
  }

  #listen() {
    const onTrack = ({ detail: kind }) => {
      this.#call.replaceTrack(SOURCES[kind], this.#media.tracks[kind]);
      this.participants.ownTrack(kind, this.#media.tracks[kind]);
    };
    const onChange = () => this.#showMedia();
    const onHide = () => this.#call.leave();
    this.#media.addEventListener('track', onTrack);
    this.#media.addEventListener('change', onChange);
    window.addEventListener('pagehide', onHide);
    this.#cleanUp.push(() => {
      this.#media.removeEventListener('track', onTrack);
      this.#media.removeEventListener('change', onChange);
      window.removeEventListener('pagehide', onHide);
    });
  }

  #welcome({ self, peers }) {
    if (self.role === 'subscriber') {
      this.#media.switchOff();
    }
    this.participants.welcome(self, this.#media);
    peers.forEach(peer => this.participants.add(peer));
    this.controls.role(self.role);
    this.people.role(self.role);
    announce(peers.length ? `You are in the meeting with ${peers.length} ${peers.length === 1 ? 'other' : 'others'}.` : 'You are in the meeting. Nobody else is here yet.');
  }

  async #turn(kind) {
    const on = !this.#media.on[kind];
    await this.#media.turn(kind, on);
    if (on && this.#media.problems[kind]) {
      const [[title, text]] = describe({ [kind]: this.#media.problems[kind] });
      toast(`${title}. ${text}`, { milliseconds: 8000 });
    } else {
      announce(`${kind === 'audio' ? 'Microphone' : 'Camera'} ${this.#media.on[kind] ? 'on' : 'off'}`);
    }
  }

  /** Tells the others and shows here what is on; only what changed is sent. */
  #showMedia() {
    const now = { audio: this.#media.on.audio && Boolean(this.#media.tracks.audio), video: this.#media.on.video && Boolean(this.#media.tracks.video) };
    if (now.audio !== this.#sent.audio) {
      this.#call.setAudio(now.audio);
    }
    if (now.video !== this.#sent.video) {
      this.#call.setVideo(now.video);
    }
    this.#sent = now;
    this.participants.ownState({ ...now, screen: this.share.on });
    this.#showControls();
  }

  #showControls() {
    this.controls.show({ ...this.#sent, screen: this.share.on, panel: this.panel.open, unread: this.chat.unread });
  }

  #shared(track) {
    if (track) {
      this.#call.shareScreen(track);
    } else {
      this.#call.stopShare();
    }
    this.#showMedia();
  }

  #chatted(message) {
    const seen = this.panel.open === 'chat';
    this.chat.add(message, seen);
    if (!seen && !message.own) {
      toast(`${message.name}: ${message.text.slice(0, 120)}`);
      this.#showControls();
    }
  }

  #counted(count) {
    this.head.people(count);
    this.controls.people(count);
  }

  #failed({ message, fatal }) {
    if (fatal) {
      this.#finish({ why: 'failed', problem: new Error(message) });
    } else {
      toast(message, { milliseconds: 6000 });
    }
  }

  #finish(outcome) {
    this.#cleanUp.forEach(clean => clean());
    this.#cleanUp = [];
    this.share.close();
    this.#call?.leave();
    [this.participants, this.stage, this.head].forEach(part => part.close());
    document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
    this.#end(outcome);
  }
}
