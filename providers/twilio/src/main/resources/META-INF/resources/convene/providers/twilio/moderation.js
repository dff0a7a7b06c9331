// What moderators do. Twilio gives nobody in a room power over others: the server does it, for whose token says so.

export class Moderation {
  #base;
  #token;
  #renewToken;

  constructor({ serverUrl, token, renewToken }) {
    this.#base = `${serverUrl}convene/twilio/moderation/`;
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
      throw new Error(answer.status === 403 ? 'You are not a moderator.' : 'That did not work. Try again.');
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
