import { expect, test } from "vitest";
import { focusLayout } from "./focus-layout.ts";

test("gives everything to the screen when nobody else is there", () => {
  expect(focusLayout(0, 800, 600)).toEqual({ focus: { x: 0, y: 0, width: 800, height: 600 }, strip: [] });
});

test.each([
  [1256, 704],
  [374, 700],
  [700, 374],
])("keeps the screen large and the strip outside of it at %i×%i", (width, height) => {
  for (let count = 1; count <= 10; count++) {
    const { focus, strip } = focusLayout(count, width, height);
    expect(focus.width * focus.height).toBeGreaterThan(width * height * (width > height ? 0.6 : 0.43));
    expect(strip).toHaveLength(count);
    for (const rect of strip) {
      expect(rect.x >= focus.x + focus.width || rect.y >= focus.y + focus.height).toBe(true);
      expect(rect.x + rect.width).toBeLessThanOrEqual(width + 1);
      expect(rect.y + rect.height).toBeLessThanOrEqual(height + 1);
      expect(rect.width).toBeGreaterThan(50);
    }
  }
});
