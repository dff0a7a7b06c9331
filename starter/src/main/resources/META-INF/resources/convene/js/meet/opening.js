// Waiting for a meeting to open.
import { api } from '../api.js';
import { showNotOpen } from './states.js';

const ASK_AGAIN_MS = 5000;
const MOVED_MS = 30_000;

/** Shows the countdown and calls `ask` at its end, or when the meeting has been moved. @return a function that stops it */
export function waitForOpening({ info, link, ask }) {
  let again = null;
  // The server's clock decides: by ours it may be past the opening already.
  const delay = Date.parse(info.opensAt) <= Date.now() ? ASK_AGAIN_MS : 0;
  const onOpen = () => {
    again = setTimeout(ask, delay);
  };
  const stop = showNotOpen({ info, onOpen });
  const moved = setInterval(async () => {
    const now = await api.lookUp(link).catch(() => info);
    if (now.state !== info.state || now.opensAt !== info.opensAt) {
      ask();
    }
  }, MOVED_MS);
  return () => {
    stop();
    clearTimeout(again);
    clearInterval(moved);
  };
}
