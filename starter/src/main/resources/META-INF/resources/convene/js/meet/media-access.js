// How devices are asked for.
import { recall } from '../memory.js';

const QUALITY = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
};

/** "ideal", not "exact": a remembered device that is gone gives way to another one. */
export function constraints(kind) {
  const deviceId = recall(kind);
  return { ...QUALITY[kind], ...(deviceId ? { deviceId: { ideal: deviceId } } : {}) };
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
