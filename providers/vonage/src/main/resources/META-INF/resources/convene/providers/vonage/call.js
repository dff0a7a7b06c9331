// The call: between the page and Vonage's session.
import { People } from './people.js';
import { Publishing } from './publishing.js';
import { readPerson, readToken } from './token.js';

const CHAT = 'chat';
const MAX_PEERS = 50;
// https://vonage.github.io/video-docs/video-js-reference/latest/Error.html
const CODES = {
  OT_AUTHENTICATION_ERROR: 'token-invalid',
  OT_TOKEN_EXPIRED: 'token-expired',
  OT_INVALID_SESSION_ID: 'room-closed',
  OT_BLOCKED_COUNTRY: 'unavailable',
};

/** The interface `Call` of ../embedded.js. */
export class VonageCall {
  #OT;
  #options;
  #session = null;
  #people = null;
  #publishing = null;
  #self = null;
  // what comes before the page knows who it is
  #early = [];
  #over = false;

  constructor(OT, options) {
    this.#OT = OT;
    this.#options = options;
  }

  /** Resolves once Vonage has let us in. */
  async join() {
    const { settings, token, media } = this.#options;
    const { sessionId, data } = readToken(token);
    this.#session = this.#OT.initSession(settings.project, sessionId, await this.#encryption());
    this.#people = new People(this.#session, event => this.#emit(event));
    this.#publishing = new Publishing(this.#OT, this.#session, { onError: error => this.#mediaFailed(error) });
    this.#listen();
    await new Promise((resolve, reject) =>
      this.#session.connect(token, error => (error ? reject(problem(error)) : resolve())),
    );
    const role = this.#role();
    this.#self = { peerId: this.#session.connection.connectionId, ...readPerson(data), role };
    this.#emit({ type: 'welcome', self: this.#self, peers: [], maxPeers: MAX_PEERS });
    this.#early.splice(0).forEach(handle => handle());
    if (role !== 'subscriber') {
      this.#publishing.start(media);
    }
  }

  setAudio(on) {
    this.#publishing.setAudio(on);
  }

  setVideo(on) {
    this.#publishing.setVideo(on);
  }

  replaceTrack(source, track) {
    if (this.#self.role !== 'subscriber') {
      this.#publishing.replaceTrack(source, track);
    }
  }

  shareScreen(track) {
    this.#publishing.share(track);
  }

  stopShare() {
    this.#publishing.stopShare();
  }

  sendChat(text) {
    if (this.#over || !this.#session.isConnected()) {
      return false;
    }
    this.#session.signal({ type: CHAT, data: text }, error => error && this.#refused('The message was not sent.'));
    return true;
  }

  /** Vonage lets moderators do so by themselves. */
  removePeer(peerId) {
    const connection = this.#people.connection(peerId);
    if (connection) {
      this.#session.forceDisconnect(connection, error => error && this.#refused('The person could not be removed.'));
    }
  }

  /** To Vonage the meeting is nothing: it is Convene that ends it, and then puts everybody out. */
  endForAll() {
    this.#options.endMeeting().catch(error => this.#refused(error.message));
  }

  leave() {
    this.#finish(null);
  }

  stats() {
    return this.#people.stats();
  }

  /** The key is made of the link, which Vonage does not know, so that its servers cannot read what they carry. */
  async #encryption() {
    if (!this.#options.encryptedFor) {
      return undefined;
    }
    const text = new TextEncoder().encode(`convene end-to-end v1 ${this.#options.encryptedFor}`);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    return { encryptionSecret: Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('') };
  }

  #role() {
    const { forceDisconnect, publish, subscribe } = this.#session.capabilities;
    if (forceDisconnect) {
      return 'moderator';
    }
    return publish ? (subscribe ? 'publisher' : 'publisheronly') : 'subscriber';
  }

  #listen() {
    const others = handler => event => {
      const handle = () => {
        const connection = event.connection ?? event.stream.connection;
        if (connection.connectionId !== this.#self.peerId) {
          handler(event);
        }
      };
      if (this.#self) {
        handle();
      } else {
        this.#early.push(handle);
      }
    };
    this.#session.on({
      connectionCreated: others(({ connection }) => this.#people.came(connection)),
      connectionDestroyed: others(({ connection, reason }) => this.#people.left(connection, reason)),
      streamCreated: others(({ stream }) => this.#receive(stream)),
      streamDestroyed: others(({ stream }) => this.#people.sendsNoMore(stream)),
      streamPropertyChanged: others(({ stream }) => this.#people.changed(stream)),
      [`signal:${CHAT}`]: event => this.#chatted(event),
      sessionReconnecting: () => this.#emit({ type: 'reconnecting' }),
      sessionReconnected: () => this.#emit({ type: 'reconnected', self: this.#self }),
      sessionDisconnected: ({ reason }) => this.#out(reason),
    });
  }

  #receive(stream) {
    if (this.#self.role === 'publisheronly') {
      this.#people.came(stream.connection);
    } else {
      this.#people.sends(stream);
    }
  }

  #chatted({ from, data }) {
    const own = from?.connectionId === this.#self.peerId;
    const { name } = own ? this.#self : readPerson(from?.data ?? '');
    this.#emit({ type: 'chat', from: from?.connectionId, own, name, text: String(data), at: new Date().toISOString() });
  }

  /** Vonage says that we were put out; whether the meeting has ended is known to Convene. */
  async #out(reason) {
    if (this.#over || reason === 'clientDisconnected') {
      return;
    }
    if (reason === 'forceDisconnected') {
      const ended = await this.#options.hasEnded().catch(() => false);
      this.#finish({ type: ended ? 'ended' : 'removed' });
    } else {
      this.#finish({ type: 'error', code: 'unavailable', message: 'The connection to Vonage was lost.', fatal: true });
    }
  }

  #mediaFailed(error) {
    if (!this.#over) {
      console.error('publishing failed', error?.name);
      this.#refused('Your camera or microphone could not be sent.');
    }
  }

  #refused(message) {
    this.#emit({ type: 'error', code: 'refused', message, fatal: false });
  }

  #emit(event) {
    if (!this.#over) {
      this.#options.onEvent(event);
    }
  }

  #finish(event) {
    if (this.#over) {
      return;
    }
    if (event && this.#self) {
      this.#emit(event);
    }
    this.#over = true;
    this.#publishing?.stop();
    this.#session?.disconnect();
  }
}

function problem(error) {
  const code = CODES[error.name] ?? 'unavailable';
  const message = code === 'unavailable' ? 'Vonage cannot be reached. Check your connection and try again.' : 'Vonage did not let you in.';
  return Object.assign(new Error(message), { code });
}
