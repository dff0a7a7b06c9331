// Dark or light: the system decides until the person does.
import { changeIcon, iconButton } from './dom.js';
import { recall, remember } from './memory.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const system = () => (systemDark.matches ? 'dark' : 'light');
const listeners = new Set();

export const theme = () => document.documentElement.dataset.theme;

/** Shows the other theme and remembers it, unless it is what the system asks for anyway. */
export function toggleTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  remember('theme', next === system() ? null : next);
  apply(next);
}

/** What the toggle would do, as a label. */
export const themeLabel = () => (theme() === 'dark' ? 'Use the light theme' : 'Use the dark theme');

export function themeButton() {
  const toggle = iconButton(themeLabel(), themeIcon(), { id: 'theme', on: { click: toggleTheme } });
  listeners.add(() => {
    toggle.title = themeLabel();
    toggle.setAttribute('aria-label', themeLabel());
    changeIcon(toggle.firstChild, themeIcon());
  });
  return toggle;
}

export const themeIcon = () => (theme() === 'dark' ? 'sun' : 'moon');

function apply(name) {
  document.documentElement.dataset.theme = name;
  listeners.forEach(listener => listener());
}

systemDark.addEventListener('change', () => {
  if (!recall('theme')) {
    apply(system());
  }
});
