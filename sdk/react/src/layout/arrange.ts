import { focusLayout } from "./focus-layout.ts";
import { gridLayout } from "./grid-layout.ts";
import type { Rect } from "./rect.ts";

/** Where everything of a call goes. */
export interface Arrangement {
  screens: Rect[];
  people: Rect[];
}

/** People in a grid; with shared screens the newest of them large and the rest in the filmstrip, people first. */
export function arrange(people: number, screens: number, width: number, height: number): Arrangement {
  if (screens === 0) return { screens: [], people: gridLayout(people, width, height, { gap: gapOf(width) }) };
  const { focus, strip } = focusLayout(people + screens - 1, width, height, gapOf(width));
  return { screens: [...strip.slice(people), focus], people: strip.slice(0, people) };
}

function gapOf(width: number): number {
  return width < 600 ? 8 : 12;
}
