// Why there is no picture or sound, and how to mend it, in a person's words.

const WORDS = {
  audio: { device: 'microphone', none: 'No microphone found', is: 'is', does: 'does', it: 'it', one: 'a microphone' },
  video: { device: 'camera', none: 'No camera found', is: 'is', does: 'does', it: 'it', one: 'a camera' },
  both: {
    device: 'camera and microphone',
    none: 'No camera and no microphone found',
    is: 'are',
    does: 'do',
    it: 'them',
    one: 'one',
  },
};

const TEXTS = {
  insecure: () => [
    'No camera and microphone on this address',
    'Browsers give them only to pages served over HTTPS. Whoever runs this server can start it with "./convene --tls" and share ' +
      'the https:// address. Without them one can still watch, listen and chat.',
  ],
  denied: ({ device, is }) => [
    capital(`${device} ${is} blocked`),
    `Click the camera or lock icon in the address bar, allow the ${device}, then try again.`,
  ],
  'denied-by-system': ({ device, it }) => [
    `The system blocks the ${device}`,
    `Allow this browser to use ${it} in the privacy settings of your computer or phone, then try again.`,
  ],
  absent: ({ none, one }) => [none, `Connect ${one} and try again.`],
  'in-use': ({ device, does, it }) => [
    capital(`${device} ${does} not start`),
    `Another program may be using ${it}. Close that program and try again.`,
  ],
  failed: ({ device, does }) => [capital(`${device} ${does} not work`), 'Try again, or choose another device.'],
};

/**
 * The case behind an error of getUserMedia: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 * Chromium tells a refusal by the operating system from one by the person in the message alone.
 */
export function problemOf(error) {
  if (!navigator.mediaDevices) {
    return 'insecure';
  }
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return /system/i.test(error.message) ? 'denied-by-system' : 'denied';
    case 'NotFoundError':
      return 'absent';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'failed';
  }
}

/** The problems as `[title, text]` pairs: one if the same is wrong with both devices. */
export function describe({ audio, video }) {
  if (audio && audio === video) {
    return [TEXTS[audio](WORDS.both)];
  }
  return [...(video ? [TEXTS[video](WORDS.video)] : []), ...(audio ? [TEXTS[audio](WORDS.audio)] : [])];
}

const capital = text => text[0].toUpperCase() + text.slice(1);
