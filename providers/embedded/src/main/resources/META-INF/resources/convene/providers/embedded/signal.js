// The WebSocket to the server: joins, keeps alive, and after a loss comes back as the same person.

const PING_MS = 10_000;
const SILENCE_MS = 25_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;
const RATE_LIMIT_MS = 5_000;

/** Close codes after which coming back makes no sense, and what they mean. */
const FINAL = { 4400: 'bad-message', 4401: 'token-invalid', 4403: 'not-allowed', 4409: 'room-full', 4410: 'room-closed' };

export class Signal {
  #options;
  #token;
  #socket = null;
  #peerId = null;
  #retries = 0;
  #renewed = false;
  #refusal = null;
  #closed = false;
  #timers = {};
  #online = () => this.#timers.retry && this.#connect();

  /** `onMessage` gets every message, `onDown` a lost connection, `onOver` a code and a text when there is no way back. */
  constructor({ serverUrl, token, renewToken, onMessage, onDown, onOver }) {
    this.#options = { url: socketUrl(serverUrl), renewToken, onMessage, onDown, onOver };
    this.#token = token;
    window.addEventListener('online', this.#online);
    this.#connect();
  }

  /** False if the connection is down: the message is not sent, then or later. */
  send(message) {
    const open = this.#socket?.readyState === WebSocket.OPEN;
    if (open) {
      this.#socket.send(JSON.stringify(message));
    }
    return open;
  }

  close() {
    this.#closed = true;
    window.removeEventListener('online', this.#online);
    this.#clearTimers();
    this.#socket?.close(1000);
  }

  #connect() {
    this.#clearTimers();
    this.#refusal = null;
    const socket = new WebSocket(this.#options.url);
    this.#socket = socket;
    socket.onopen = () => {
      this.send({ type: 'join', token: this.#token, ...(this.#peerId ? { resume: this.#peerId } : {}) });
      this.#timers.ping = setInterval(() => this.send({ type: 'ping' }), PING_MS);
    };
    socket.onmessage = event => this.#received(socket, event.data);
    socket.onclose = event => this.#lost(socket, event.code);
    this.#expectLife(socket);
  }

  /** A dead network does not close a socket; silence does. */
  #expectLife(socket) {
    clearTimeout(this.#timers.silence);
    this.#timers.silence = setTimeout(() => {
      socket.close();
      this.#lost(socket, 1006);
    }, SILENCE_MS);
  }

  #received(socket, data) {
    if (socket !== this.#socket || this.#closed) {
      return;
    }
    this.#expectLife(socket);
    const message = JSON.parse(data);
    if (message.type === 'welcome') {
      this.#peerId = message.peerId;
      this.#retries = 0;
      this.#renewed = false;
    }
    this.#refusal = message.type === 'error' ? message : null;
    if (message.type !== 'pong') {
      this.#options.onMessage(message);
    }
  }

  #lost(socket, code) {
    if (socket !== this.#socket || this.#closed) {
      return;
    }
    this.#socket = null;
    this.#clearTimers();
    if (code === 4401 && this.#mayRenew()) {
      this.#renew();
    } else if (FINAL[code]) {
      this.#over(FINAL[code]);
    } else if (this.#peerId) {
      this.#options.onDown();
      this.#retryIn(code === 4429 ? RATE_LIMIT_MS : 0);
    } else {
      this.#over('unavailable', 'The meeting could not be reached. Check your connection and try again.');
    }
  }

  #mayRenew() {
    return this.#peerId && this.#options.renewToken && !this.#renewed;
  }

  async #renew() {
    this.#renewed = true;
    try {
      this.#token = await this.#options.renewToken();
      if (!this.#closed) {
        this.#connect();
      }
    } catch (problem) {
      this.#over(problem.code ?? 'token-expired', problem.message);
    }
  }

  /** Exponential back-off; the random part keeps a room from coming back all at once after a restart of the server. */
  #retryIn(atLeast) {
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#retries);
    this.#retries += 1;
    this.#timers.retry = setTimeout(() => this.#connect(), Math.max(atLeast, delay * (0.5 + Math.random() / 2)));
  }

  /** What the server said last, if it refused, is better than what we guess. */
  #over(code, message = 'The server ended the connection.') {
    this.close();
    this.#options.onOver(this.#refusal?.code ?? code, this.#refusal?.message ?? message);
  }

  #clearTimers() {
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.silence);
    clearInterval(this.#timers.ping);
    this.#timers = {};
  }
}

function socketUrl(serverUrl) {
  const url = new URL('convene/embedded/signal', serverUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
