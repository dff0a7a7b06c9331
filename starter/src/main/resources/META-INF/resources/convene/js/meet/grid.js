const WIDEST = 16 / 9;
const NARROWEST = { landscape: 4 / 3, portrait: 3 / 4 };

/** The largest size at which `count` tiles fit into a box, in any number of columns. Pictures may be cropped, not squeezed. */
export function fit(count, width, height, gap) {
  const narrowest = width < height ? NARROWEST.portrait : NARROWEST.landscape;
  let best = { width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const tile = shaped((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows, narrowest);
    if (tile.width * tile.height > best.width * best.height) {
      best = tile;
    }
  }
  return best;
}

function shaped(width, height, narrowest) {
  const w = Math.max(0, Math.min(width, height * WIDEST));
  return { width: Math.floor(w), height: Math.floor(Math.max(0, Math.min(height, w / narrowest))) };
}
