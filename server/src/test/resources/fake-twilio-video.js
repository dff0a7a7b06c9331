// Stands for Twilio's browser client and its cloud: pages of one browser meet over a BroadcastChannel. Only what is documented
// at https://sdk.twilio.com/js/video/releases/2.36.0/docs/ and used by ours is there.
(() => {
  class Emitter {
    #handlers = new Map();
    on(name, handler) {
      this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
      return this;
    }
    emit(name, ...values) {
      (this.#handlers.get(name) ?? []).forEach(handler => handler(...values));
    }
  }

  const sid = prefix => prefix + Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  let room = null;

  class LocalTrack extends Emitter {
    sid = sid('MT');
    isEnabled = true;
    constructor(kind, mediaStreamTrack, name) {
      super();
      Object.assign(this, { kind, mediaStreamTrack, name: name ?? this.sid });
    }
    enable(on = true) {
      this.isEnabled = on;
      this.mediaStreamTrack.enabled = on;
      room?.say({ what: 'enabled', track: this.sid, on });
      return this;
    }
    disable() {
      return this.enable(false);
    }
    get described() {
      return { sid: this.sid, kind: this.kind, name: this.name, on: this.isEnabled };
    }
  }
  class LocalAudioTrack extends LocalTrack {
    constructor(track, { name } = {}) {
      super('audio', track, name);
    }
  }
  class LocalVideoTrack extends LocalTrack {
    constructor(track, { name } = {}) {
      super('video', track, name);
    }
  }
  class LocalDataTrack extends LocalTrack {
    constructor() {
      super('data', { enabled: true });
    }
    send(data) {
      room?.say({ what: 'data', data });
    }
  }

  function picture(kind) {
    if (kind === 'audio') {
      return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
    }
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    canvas.getContext('2d').fillRect(0, 0, 320, 180);
    return canvas.captureStream(5).getVideoTracks()[0];
  }

  class RemoteParticipant extends Emitter {
    tracks = new Map();
    constructor({ from, identity, tracks }) {
      super();
      this.sid = from;
      this.identity = identity;
      tracks.forEach(it => this.tracks.set(it.sid, { track: this.made(it) }));
    }
    made({ sid, kind, name, on }) {
      const track = new Emitter();
      return Object.assign(track, { sid, kind, name, isEnabled: on, mediaStreamTrack: kind === 'data' ? null : picture(kind) });
    }
    heard(message) {
      const track = this.tracks.get(message.track)?.track;
      const heard = {
        publish: () => {
          const made = this.made(message.described);
          this.tracks.set(made.sid, { track: made });
          this.emit('trackSubscribed', made, this.tracks.get(made.sid));
        },
        unpublish: () => {
          this.tracks.delete(message.track);
          this.emit('trackUnsubscribed', track);
        },
        enabled: () => {
          track.isEnabled = message.on;
          this.emit(message.on ? 'trackEnabled' : 'trackDisabled', track);
        },
        data: () => [...this.tracks.values()].find(it => it.track.kind === 'data').track.emit('message', message.data),
      };
      heard[message.what]?.();
    }
  }

  class Room extends Emitter {
    participants = new Map();
    state = 'connected';
    constructor(name, identity, tracks) {
      super();
      this.name = name;
      this.sid = name;
      this.identity = identity;
      this.published = new Set(tracks);
      this.localParticipant = {
        sid: sid('PA'),
        identity,
        publishTrack: async track => {
          this.published.add(track);
          this.say({ what: 'publish', described: track.described });
        },
        unpublishTrack: track => {
          this.published.delete(track);
          this.say({ what: 'unpublish', track: track.sid });
        },
      };
      this.channel = new BroadcastChannel(`twilio:${name}`);
      this.channel.onmessage = ({ data }) => this.heard(data);
    }
    say(message) {
      this.channel.postMessage({ ...message, from: this.localParticipant.sid });
    }
    here(to) {
      const tracks = [...this.published].map(it => it.described);
      this.say({ what: 'here', to, identity: this.identity, tracks });
    }
    heard(message) {
      const known = this.participants.get(message.from);
      if (message.what === 'bye') {
        this.participants.delete(message.from);
        known && this.emit('participantDisconnected', known);
      } else if (message.what === 'here') {
        if (!known && (!message.to || message.to === this.localParticipant.sid)) {
          const participant = new RemoteParticipant(message);
          this.participants.set(message.from, participant);
          message.to || this.here(message.from);
          this.emit('participantConnected', participant);
        }
      } else {
        known?.heard(message);
      }
    }
    over(error) {
      this.say({ what: 'bye' });
      this.state = 'disconnected';
      this.channel.close();
      room = null;
      this.emit('disconnected', this, error);
    }
    disconnect() {
      this.state === 'connected' && this.over();
    }
    async getStats() {
      return [];
    }
  }

  function connect(token, { name, tracks }) {
    const { grants } = JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
    if (grants.video.room !== name) {
      return Promise.reject(Object.assign(new Error('Invalid grant'), { code: 20106 }));
    }
    room = new Room(name, grants.identity, tracks);
    window.fakeTwilio = { over: code => room?.over(code && Object.assign(new Error('fake'), { code })), say: data => room.say({ what: 'data', data }) };
    room.here();
    return new Promise(resolve => setTimeout(() => resolve(room), 200));
  }

  window.Twilio = {
    Video: { isSupported: true, version: '2.36.0', connect, LocalAudioTrack, LocalVideoTrack, LocalDataTrack },
  };
})();
