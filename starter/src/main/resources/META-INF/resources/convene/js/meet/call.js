// The call: connects to the provider and keeps stage, panels and controls in step with what it reports.
import { api, base } from '../api.js';
import { closeDialogs } from '../dialog.js';
import { el, showScreen } from '../dom.js';
import { announce, toast } from '../feedback.js';
import { Banners } from './banners.js';
import { Chat } from './chat.js';
import { Controls } from './controls.js';
import { callHead } from './head.js';
import { OwnMedia } from './own-media.js';
import { Panel } from './panel.js';
import { People } from './people.js';
import { Participants } from './participants.js';
import { ScreenShare } from './screen-share.js';
import { shortcuts } from './shortcuts.js';
import { Stage } from './stage.js';
import { keepAwake } from './wake-lock.js';

/**
 * Connects and shows the call. Rejects if the provider does not let us in. `over` of the answer resolves to how the call
 * ended: `{why: 'left'|'ended'|'removed'|'failed', problem?}`.
 */
export async function inCall({ info, link, media, admission, renewToken }) {
  const { connect } = await providerModule(admission.provider);
  const screen = new CallScreen({ info, link, media });
  const sent = { audio: media.on.audio, video: media.on.video };
  try {
    const call = await connect({
      token: admission.token,
      serverUrl: location.origin + base,
      media: { microphone: media.tracks.audio, camera: media.tracks.video, ...sent },
      settings: info.client ?? {},
      encryptedFor: info.endToEndEncryption ? link : null,
      renewToken,
      hasEnded: () => api.lookUp(link).then(({ state }) => state === 'ended'),
      endMeeting: () => api.endMeeting(link),
      onEvent: event => screen.handle(event),
    });
    screen.start(call, sent);
  } catch (problem) {
    screen.close();
    throw problem;
  }
  return { over: screen.over };
}

/** The name comes from the server, but it becomes part of an address: letters only. */
function providerModule(name) {
  if (!/^[a-z]+$/.test(name)) {
    throw new Error(`No client for the provider ${name}`);
  }
  return import(`${base}convene/providers/${name}.js`);
}

class CallScreen {
  #media;
  #info;
  #call = null;
  #cleanUp = [];
  #over = false;
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
    this.participants = new Participants({
      stage: this.stage,
      people: this.people,
      onCount: count => this.#counted(count),
      onSoundBlocked: () => this.banners.soundBlocked(),
    });
    this.own = new OwnMedia({ media, participants: this.participants, onChange: () => this.#showControls() });
    this.share = new ScreenShare({ banners: this.banners, onChange: track => this.own.share(track) });
    this.controls = new Controls(this.#actions());
  }

  /** What the controls, the menu and the shortcuts can do. */
  #actions() {
    return {
      microphone: () => this.own.toggle('audio'),
      camera: () => this.own.toggle('video'),
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

  start(call, sent) {
    this.#call = call;
    if (this.#over) {
      return;
    }
    showScreen(
      'call',
      `${this.#info.title || 'Meeting'} · Convene`,
      el(
        'div',
        { class: 'call' },
        this.head.node,
        this.banners.node,
        el('div', { class: 'call-body' }, this.stage.node, this.panel.node),
        this.controls.node,
      ),
    );
    this.own.start(call, sent);
    const onHide = () => call.leave();
    window.addEventListener('pagehide', onHide);
    // For tests and for support: read access only.
    window.convene = Object.freeze({ stats: () => call.stats() });
    this.#cleanUp.push(
      shortcuts(this.#actions()),
      keepAwake(),
      () => this.own.stop(),
      () => window.removeEventListener('pagehide', onHide),
      () => delete window.convene,
    );
  }

  #welcome({ self, peers }) {
    if (self.role === 'subscriber') {
      this.#media.switchOff();
    }
    this.participants.welcome(self, this.#media);
    peers.forEach(peer => this.participants.add(peer));
    this.controls.role(self.role);
    this.people.role(self.role);
    announce(
      peers.length
        ? `You are in the meeting with ${peers.length} ${peers.length === 1 ? 'other' : 'others'}.`
        : 'You are in the meeting. Nobody else is here yet.',
    );
  }

  #showControls() {
    this.controls.show({ ...this.own.state, panel: this.panel.open, unread: this.chat.unread });
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

  close() {
    this.#over = true;
    this.#cleanUp.forEach(clean => clean());
    this.#cleanUp = [];
    this.share.close();
    [this.participants, this.stage, this.head].forEach(part => part.close());
    closeDialogs();
  }

  #finish(outcome) {
    this.close();
    this.#call?.leave();
    this.#end(outcome);
  }
}
