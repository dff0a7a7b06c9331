// Small preferences that outlive the tab. Storage may be refused (private windows): then they last as long as the page.

const PREFIX = 'convene.';
const fallback = new Map();

export function recall(key) {
  try {
    return localStorage.getItem(PREFIX + key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

/** Keeps a string; null forgets it. */
export function remember(key, value) {
  try {
    if (value === null) {
      localStorage.removeItem(PREFIX + key);
    } else {
      localStorage.setItem(PREFIX + key, value);
    }
  } catch {
    fallback.set(key, value);
  }
}
