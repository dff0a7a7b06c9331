// A classic script in the head: the theme is known before the first paint, so nothing flashes.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('convene.theme');
  } catch {
    // storage refused: the system's preference decides
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = chosen ?? (dark ? 'dark' : 'light');
})();
