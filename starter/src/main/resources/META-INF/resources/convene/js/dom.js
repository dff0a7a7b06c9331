// Elements without markup: text is always set as text, so nothing a person typed is ever parsed as HTML.

import { PATHS } from './icons.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. `on` holds listeners, `data` the dataset, `class` the class; other strings and numbers become
 * attributes, booleans and objects become properties; null and undefined are left out. Children may be strings.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    set(node, name, value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined) {
    return;
  }
  if (name === 'on') {
    Object.entries(value).forEach(([type, listener]) => node.addEventListener(type, listener));
  } else if (name === 'data') {
    Object.assign(node.dataset, value);
  } else if (name === 'value' || typeof value === 'boolean' || typeof value === 'object') {
    node[name] = value;
  } else {
    node.setAttribute(name, String(value));
  }
}

/** One of the icons; decoration only, the control around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  changeIcon(svg, name);
  return svg;
}

/** Shows another symbol in an icon made by {@link icon}. */
export function changeIcon(svg, name) {
  svg.firstChild.setAttribute('d', PATHS[name]);
}

/** A button with an icon and a visible label. */
export function button(label, { icon: symbol, kind = '', type = 'button', ...props } = {}) {
  return el('button', { class: `button ${kind}`.trim(), type, ...props }, symbol ? icon(symbol) : null, el('span', {}, label));
}

/** A button that shows only an icon; `label` is its accessible name and tooltip. */
export function iconButton(label, symbol, { kind = 'ghost', ...props } = {}) {
  return el(
    'button',
    { class: `button icon-only ${kind}`, type: 'button', 'aria-label': label, title: label, ...props },
    icon(symbol),
  );
}

/** Replaces the page's one screen, names it for tests and styles, and moves the focus to its heading. */
export function showScreen(name, title, ...content) {
  const main = document.querySelector('main');
  main.dataset.screen = name;
  document.title = title;
  main.replaceChildren(...content.filter(Boolean));
  const heading = main.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

let ids = 0;

/** An id no other element has. */
export function uniqueId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}
