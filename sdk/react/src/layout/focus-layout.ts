import { gridLayout } from "./grid-layout.ts";
import type { Rect } from "./rect.ts";

/** A large place for what everyone looks at, and a filmstrip of `count` tiles beside or below it. */
export interface FocusLayout {
  focus: Rect;
  strip: Rect[];
}

/** Splits the container: strip on the right of a wide one, at the bottom of a tall one. */
export function focusLayout(count: number, width: number, height: number, gap = 12): FocusLayout {
  if (count <= 0) return { focus: { x: 0, y: 0, width, height }, strip: [] };
  if (width >= height * 1.1) {
    const stripWidth = Math.round(Math.min(248, Math.max(120, width * 0.19)));
    const focusWidth = Math.max(0, width - stripWidth - gap);
    const strip = gridLayout(count, stripWidth, height, { gap: Math.min(gap, 8), minAspect: 4 / 3 });
    return {
      focus: { x: 0, y: 0, width: focusWidth, height },
      strip: strip.map((rect) => ({ ...rect, x: rect.x + focusWidth + gap })),
    };
  }
  // A shared screen is seldom taller than wide: what it can't use belongs to the people.
  const focusHeight = Math.round(Math.min(height * 0.62, Math.max(width * 0.75, height * 0.44)));
  const strip = gridLayout(count, width, height - focusHeight - gap, { gap: Math.min(gap, 8) });
  return {
    focus: { x: 0, y: 0, width, height: focusHeight },
    strip: strip.map((rect) => ({ ...rect, y: rect.y + focusHeight + gap })),
  };
}
