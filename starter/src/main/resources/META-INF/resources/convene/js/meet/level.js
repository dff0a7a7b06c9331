// How loud a track is. One audio context for the page; browsers may keep it waiting for the first key or click.

let context = null;

function audioContext() {
  if (!context) {
    context = new AudioContext();
    const wake = () => context.resume();
    ['pointerdown', 'keydown'].forEach(type => window.addEventListener(type, wake, { once: true }));
  }
  return context;
}

/** @return {{read: () => number, stop: () => void}} `read` tells the level now, from 0 (silence) to 1 (loud speech) */
export function levelOf(track) {
  const source = audioContext().createMediaStreamSource(new MediaStream([track]));
  const analyser = audioContext().createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Speech lies between about -50 and -10 dBFS.
      return Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-10) + 50) / 40));
    },
    stop: () => source.disconnect(),
  };
}
