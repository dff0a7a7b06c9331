import { el } from '../dom.js';

// Only what names its scheme; never javascript: or data:.
const LINK = /https?:\/\/[^\s<>"']+/g;
const TRAILING = /[.,;:!?)\]}]+$/;

/** Text as nodes, its http(s) addresses as links that give away nothing of this page. The rest stays text. */
export function withLinks(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, '');
    if (URL.canParse(address)) {
      nodes.push(
        text.slice(from, match.index),
        el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, address),
      );
      from = match.index + address.length;
    }
  }
  nodes.push(text.slice(from));
  return nodes;
}
