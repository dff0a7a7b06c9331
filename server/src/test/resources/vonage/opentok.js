// Behaves like Vonage's browser client as far as the join page uses it (https://vonage.github.io/video-docs/), with a server
// of the test in place of Vonage. Media does not travel: what a subscriber shows is drawn here.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const ask = (path, query, body) =>
    fetch(`${home}/${path}?${new URLSearchParams(query)}`, body ? { method: 'POST', body: JSON.stringify(body) } : {}).then(answer =>
      answer.ok ? answer.json() : Promise.reject(Object.assign(new Error('refused'), { name: 'OT_AUTHENTICATION_ERROR' })),
    );

  class Emitter {
    #handlers = {};
    on(names, handler) {
      const all = typeof names === 'string' ? { [names]: handler } : names;
      Object.entries(all).forEach(([name, it]) => (this.#handlers[name] ??= []).push(it));
    }
    emit(name, event) {
      (this.#handlers[name] ?? []).forEach(it => it(event));
    }
  }

  class Session extends Emitter {
    #id;
    #connections = new Map();
    #streams = new Map();
    #after = 0;
    #timer = null;
    connection = null;
    capabilities = {};

    constructor(id) {
      super();
      this.#id = id;
    }
    isConnected() {
      return this.connection !== null;
    }
    async connect(token, done) {
      try {
        const { id, data, role } = await ask('enter', { session: this.#id }, { token });
        this.connection = { connectionId: id, data };
        this.capabilities = { publish: 1, subscribe: 1, forceDisconnect: role === 'moderator' ? 1 : 0 };
        this.#timer = setInterval(() => this.#poll(), 100);
        done();
      } catch (error) {
        done(error);
      }
    }
    disconnect() {
      if (this.connection) {
        ask('leave', { session: this.#id, connection: this.connection.connectionId }, {});
        this.#close('clientDisconnected');
      }
    }
    publish(publisher, done) {
      publisher.stream = { streamId: crypto.randomUUID(), ...publisher.properties };
      this.#say({ kind: 'streamCreated', stream: publisher.stream }).then(() => done());
      publisher.session = this;
      return publisher;
    }
    unpublish(publisher) {
      this.#say({ kind: 'streamDestroyed', stream: publisher.stream });
    }
    changed(stream) {
      this.#say({ kind: 'streamPropertyChanged', stream });
    }
    subscribe(stream, target, properties, done) {
      const subscriber = new Subscriber(stream);
      setTimeout(() => done(), 10);
      return subscriber;
    }
    signal({ type, data }, done) {
      this.#say({ kind: 'signal', type, data }).then(() => done());
    }
    forceDisconnect({ connectionId }, done) {
      ask('leave', { session: this.#id, connection: connectionId, reason: 'forceDisconnected' }, {}).then(() => done(), done);
    }
    #say(event) {
      return this.connection ? ask('say', { session: this.#id, connection: this.connection.connectionId }, event) : Promise.resolve();
    }
    async #poll() {
      const { present, events } = await ask('feed', { session: this.#id, after: this.#after });
      if (!this.connection) {
        return;
      }
      if (!present.some(({ id }) => id === this.connection.connectionId)) {
        this.#close('forceDisconnected');
        return;
      }
      present.filter(({ id }) => !this.#connections.has(id)).forEach(({ id, data }) => {
        const connection = { connectionId: id, data };
        this.#connections.set(id, connection);
        this.emit('connectionCreated', { connection });
      });
      events.forEach(event => {
        if (event.n > this.#after) {
          this.#after = event.n;
          this.#happened(event);
        }
      });
      [...this.#connections.values()].filter(({ connectionId }) => !present.some(({ id }) => id === connectionId)).forEach(connection => {
        this.#connections.delete(connection.connectionId);
        [...this.#streams.values()].filter(stream => stream.connection === connection).forEach(stream => {
          this.#streams.delete(stream.streamId);
          this.emit('streamDestroyed', { stream, reason: 'clientDisconnected' });
        });
        this.emit('connectionDestroyed', { connection, reason: 'clientDisconnected' });
      });
    }
    #happened({ kind, from, stream, type, data }) {
      const connection = this.#connections.get(from);
      if (!connection) {
        return;
      }
      if (kind === 'signal') {
        this.emit(`signal:${type}`, { from: connection, data });
      } else if (kind === 'streamCreated') {
        const made = { ...stream, connection };
        this.#streams.set(stream.streamId, made);
        this.emit(kind, { stream: made });
      } else if (this.#streams.has(stream.streamId)) {
        const known = Object.assign(this.#streams.get(stream.streamId), stream);
        this.emit(kind, { stream: known, reason: 'clientDisconnected' });
      }
    }
    #close(reason) {
      clearInterval(this.#timer);
      this.connection = null;
      this.emit('sessionDisconnected', { reason });
    }
  }

  class Publisher {
    constructor({ audioSource, videoSource, publishAudio, publishVideo = true }) {
      if ([audioSource, videoSource].some(track => track && track.readyState !== 'live')) {
        throw new Error('a track that has ended');
      }
      const videoType = videoSource && videoSource.contentHint === 'detail' ? 'screen' : 'camera';
      this.tracks = [audioSource, videoSource].filter(Boolean);
      this.properties = { videoType, hasAudio: Boolean(publishAudio), hasVideo: Boolean(videoSource && publishVideo) };
    }
    publishAudio(on) {
      this.session.changed({ ...Object.assign(this.stream, { hasAudio: on }) });
    }
    publishVideo(on) {
      this.session.changed({ ...Object.assign(this.stream, { hasVideo: on }) });
    }
    setAudioSource() {
      return Promise.resolve();
    }
    destroy() {
      this.tracks.forEach(track => track.stop());
    }
  }

  class Subscriber extends Emitter {
    constructor() {
      super();
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
      const paint = canvas.getContext('2d');
      setInterval(() => {
        paint.fillStyle = `hsl(${Date.now() % 360} 80% 50%)`;
        paint.fillRect(0, 0, 64, 48);
      }, 50);
      const element = document.createElement('video');
      element.srcObject = canvas.captureStream();
      setTimeout(() => this.emit('videoElementCreated', { element }), 20);
    }
    getRtcStatsReport() {
      return Promise.resolve([]);
    }
  }

  window.OT = {
    checkSystemRequirements: () => 1,
    initSession: (project, id, properties) => {
      window.fakeOT = { project, id, properties };
      return new Session(id);
    },
    initPublisher: (target, properties, done) => {
      setTimeout(() => done(), 10);
      return new Publisher(properties);
    },
  };
})();
