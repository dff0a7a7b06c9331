// Plays what the others say, on the speaker the person chose.
import { el } from '../dom.js';
import { recall, remember } from '../memory.js';

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

const players = new Set();

export const chosenSpeaker = () => recall('speaker') ?? '';

export function chooseSpeaker(deviceId) {
  remember('speaker', deviceId);
  players.forEach(useSpeaker);
}

/** A player for one person's microphone. `onBlocked` is told if the browser wants a click before it plays sound. */
export function player(onBlocked) {
  const audio = el('audio', { autoplay: true });
  players.add(audio);
  document.body.append(audio);
  useSpeaker(audio);
  return {
    play(track) {
      audio.srcObject = track ? new MediaStream([track]) : null;
      if (track) {
        audio.play().catch(error => error.name === 'NotAllowedError' && onBlocked());
      }
    },
    stop() {
      players.delete(audio);
      audio.srcObject = null;
      audio.remove();
    },
  };
}

/** To be called in a click: plays everything the browser held back. */
export function unblock() {
  players.forEach(audio => audio.play().catch(() => null));
}

function useSpeaker(audio) {
  // A remembered speaker may be unplugged: then the system's default plays.
  if (canChooseSpeaker && chosenSpeaker()) {
    audio.setSinkId(chosenSpeaker()).catch(() => null);
  }
}
