import { describe, expect, test } from "vitest";
import { gridLayout } from "./grid-layout.ts";

const columnsOf = (rects: { x: number; y: number }[]) => rects.filter((rect) => rect.y === rects[0]?.y).length;
const sizes = [
  [1256, 704],
  [374, 700],
  [700, 374],
  [320, 320],
  [1880, 980],
  [230, 900],
] as const;

describe("gridLayout", () => {
  test("has nothing to place without people or room", () => {
    expect(gridLayout(0, 800, 600)).toEqual([]);
    expect(gridLayout(3, 0, 600)).toEqual([]);
  });

  test.each([
    [1, 1256, 704, 1],
    [2, 1256, 704, 2],
    [3, 1256, 704, 2],
    [4, 1256, 704, 2],
    [5, 1256, 704, 3],
    [6, 1256, 704, 3],
    [9, 1256, 704, 3],
    [10, 1256, 704, 4],
    [1, 374, 700, 1],
    [2, 374, 700, 1],
    [4, 374, 700, 2],
    [6, 374, 700, 2],
    [10, 374, 700, 2],
  ])("%i people in %i×%i sit in %i columns", (count, width, height, columns) => {
    expect(columnsOf(gridLayout(count, width, height))).toBe(columns);
  });

  test.each(sizes)("keeps every tile inside %i×%i, equal, apart and within its shape", (width, height) => {
    for (let count = 1; count <= 10; count++) {
      const rects = gridLayout(count, width, height);
      expect(rects).toHaveLength(count);
      for (const [i, rect] of rects.entries()) {
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.y).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(width + 1);
        expect(rect.y + rect.height).toBeLessThanOrEqual(height + 1);
        expect(rect.width / rect.height).toBeGreaterThan(height > width ? 0.58 : 0.98);
        expect(rect.width / rect.height).toBeLessThan(1.82);
        expect([rect.width, rect.height]).toEqual([rects[0]?.width, rects[0]?.height]);
        for (const other of rects.slice(i + 1)) {
          const apart =
            other.x >= rect.x + rect.width || rect.x >= other.x + other.width || other.y >= rect.y + rect.height;
          expect(apart).toBe(true);
        }
      }
    }
  });

  test("no other number of columns would show more of people", () => {
    for (const [width, height] of sizes) {
      for (let count = 1; count <= 10; count++) {
        const chosen = area(gridLayout(count, width, height));
        for (let columns = 1; columns <= count; columns++) {
          const rows = Math.ceil(count / columns);
          const cell = { width: (width - 12 * (columns - 1)) / columns, height: (height - 12 * (rows - 1)) / rows };
          if (cell.width <= 0 || cell.height <= 0) continue;
          const shown =
            Math.min(cell.width, (cell.height * 16) / 9) *
            Math.min(cell.height, cell.width / (height > width ? 0.6 : 1));
          expect(chosen).toBeGreaterThan(shown * count * 0.97);
        }
      }
    }
  });

  test("centers a last row that isn't full", () => {
    const rects = gridLayout(5, 1256, 704);
    const last = rects.slice(3);
    const left = last[0]?.x ?? 0;
    const right = 1256 - ((last[1]?.x ?? 0) + (last[1]?.width ?? 0));
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  });
});

function area(rects: { width: number; height: number }[]): number {
  return rects.reduce((sum, rect) => sum + rect.width * rect.height, 0);
}
