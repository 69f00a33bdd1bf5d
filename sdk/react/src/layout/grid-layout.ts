import type { Rect } from "./rect.ts";

/** Bounds of a layout; lengths in CSS pixels. */
export interface GridOptions {
  /** Space between tiles. Default 12. */
  gap?: number;
  /** Narrowest tile, width ÷ height. Default 1, in a tall container 0.6: phones hold their cameras upright. */
  minAspect?: number;
  /** Widest tile, width ÷ height. Default 16/9, a camera's full picture. */
  maxAspect?: number;
}

/**
 * Places `count` equal tiles so that they cover as much of the container as they can:
 * tries every number of columns, lets the tiles' shape bend between the two aspects, and takes
 * the largest. The whole is centered, and so is a last row that isn't full.
 */
export function gridLayout(count: number, width: number, height: number, options: GridOptions = {}): Rect[] {
  const { gap = 12, minAspect = height > width ? 0.6 : 1, maxAspect = 16 / 9 } = options;
  if (count <= 0 || width <= 0 || height <= 0) return [];
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows, minAspect, maxAspect);
    if (tile.width * tile.height > best.width * best.height + 0.5) best = { columns, ...tile };
  }
  return place(count, best, width, height, gap);
}

function fit(width: number, height: number, minAspect: number, maxAspect: number): { width: number; height: number } {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const aspect = width / height;
  if (aspect > maxAspect) return { width: Math.floor(height * maxAspect), height: Math.floor(height) };
  if (aspect < minAspect) return { width: Math.floor(width), height: Math.floor(width / minAspect) };
  return { width: Math.floor(width), height: Math.floor(height) };
}

function place(
  count: number,
  tile: { columns: number; width: number; height: number },
  width: number,
  height: number,
  gap: number,
): Rect[] {
  const rows = Math.ceil(count / tile.columns);
  const top = Math.round((height - rows * tile.height - (rows - 1) * gap) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / tile.columns);
    const inRow = row === rows - 1 ? count - row * tile.columns : tile.columns;
    const left = Math.round((width - inRow * tile.width - (inRow - 1) * gap) / 2);
    return {
      x: left + (index % tile.columns) * (tile.width + gap),
      y: top + row * (tile.height + gap),
      width: tile.width,
      height: tile.height,
    };
  });
}
