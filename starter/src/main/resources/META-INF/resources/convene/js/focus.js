// The focus stays with the person although what had it is made anew, or goes.

const heading = () => document.querySelector('main h1');

/** Makes a change below `root`. If what had the focus is gone then, what has its id now gets it, or else `otherwise()`. */
export function keepFocus(root, change, otherwise = heading) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (held && !held.isConnected) {
    const heir = (held.id && document.getElementById(held.id)) || otherwise();
    heir?.focus({ preventScroll: true });
  }
}

/** Gives the focus to the heading if nothing has it. */
export function anchorFocus() {
  if (document.activeElement === document.body) {
    heading()?.focus({ preventScroll: true });
  }
}
