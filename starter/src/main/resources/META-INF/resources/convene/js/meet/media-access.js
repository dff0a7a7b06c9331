// How devices are asked for.
import { recall } from '../memory.js';

const QUALITY = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
};

/**
 * A stream of these kinds (audio, video), from the devices remembered. "ideal" would leave the choice to the browser, so it is
 * "exact"; a remembered device that is gone gives way to another one.
 */
export async function capture(...kinds) {
  const ask = remembered =>
    navigator.mediaDevices.getUserMedia(Object.fromEntries(kinds.map(kind => [kind, constraints(kind, remembered)])));
  try {
    return await ask(true);
  } catch (error) {
    const gone = ['OverconstrainedError', 'NotFoundError'].includes(error.name) && kinds.some(recall);
    if (!gone) {
      throw error;
    }
    return ask(false);
  }
}

function constraints(kind, remembered) {
  const deviceId = remembered ? recall(kind) : null;
  return { ...QUALITY[kind], ...(deviceId ? { deviceId: { exact: deviceId } } : {}) };
}

/**
 * After a refusal, asking again for one kind alone helps if that kind itself is not refused. If both are still open, the
 * person closed the question without an answer, and is not bothered twice.
 */
export async function worthAsking(kind, error) {
  if (error.name !== 'NotAllowedError') {
    return true;
  }
  const [own, other] = await Promise.all([permission(kind), permission(kind === 'audio' ? 'video' : 'audio')]);
  return own === 'granted' || (own === 'prompt' && other === 'denied');
}

async function permission(kind) {
  try {
    const status = await navigator.permissions.query({ name: kind === 'audio' ? 'microphone' : 'camera' });
    return status.state;
  } catch {
    return 'unknown';
  }
}
