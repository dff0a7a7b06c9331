/** Keeps the display on during a call where the browser can (https://www.w3.org/TR/screen-wake-lock/). @return the undoing */
export function keepAwake() {
  let lock = null;
  const request = async () => {
    if (!document.hidden) {
      lock = await navigator.wakeLock?.request('screen').catch(() => null);
    }
  };
  // The lock is lost whenever the tab is hidden.
  document.addEventListener('visibilitychange', request);
  request();
  return () => {
    document.removeEventListener('visibilitychange', request);
    lock?.release();
  };
}
