// What moderators do. They ask the server and not LiveKit, so that whom they remove stays out and the meeting ends with its room.

export class Moderation {
  #base;
  #token;
  #renewToken;

  constructor({ serverUrl, token, renewToken }) {
    this.#base = `${serverUrl}convene/livekit/moderation/`;
    this.#token = token;
    this.#renewToken = renewToken;
  }

  remove(peerId) {
    return this.#ask(`remove/${encodeURIComponent(peerId)}`);
  }

  end() {
    return this.#ask('end');
  }

  /** With a fresh token if the one we came in with has expired. */
  async #ask(what) {
    let answer = await this.#post(what);
    if (answer.status === 403 && this.#renewToken) {
      this.#token = await this.#renewToken();
      answer = await this.#post(what);
    }
    if (!answer.ok) {
      const forPeople = answer.status === 403 ? 'You are not a moderator.' : undefined;
      throw Object.assign(new Error(`${what} was answered ${answer.status}`), { forPeople });
    }
  }

  #post(what) {
    return fetch(this.#base + what, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.#token}` },
      credentials: 'omit',
      cache: 'no-store',
    });
  }
}
