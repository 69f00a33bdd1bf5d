import type { Page } from "@playwright/test";

/** Pixels that a finger needs (WCAG 2.5.5). */
const finger = 44;

/**
 * What can be touched on the page right now and is smaller than a finger; nothing where all is well. A label that stands
 * for a field belongs to what can be touched, and so does what a style adds around it: in the end, touches are tried.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator("button, a[href], input, select, [role=menuitem], [role=switch]")
    .evaluateAll((elements, least) => {
      const labelsOf = (element: Element): Element[] =>
        element instanceof HTMLInputElement || element instanceof HTMLButtonElement ? [...(element.labels ?? [])] : [];
      /** Half a pixel is rounding. */
      const isLarge = (part: Element) => {
        const { width, height } = part.getBoundingClientRect();
        return width >= least - 0.5 && height >= least - 0.5;
      };
      const isHit = (parts: readonly Element[], x: number, y: number) => {
        const touched = document.elementFromPoint(x, y);
        return parts.some((part) => part.contains(touched));
      };
      return elements.flatMap((element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return [];
        const parts = [element, ...labelsOf(element)];
        if (parts.some(isLarge)) return [];
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = element.getBoundingClientRect();
        const [middleX, middleY, reach] = [x + width / 2, y + height / 2, least / 2 - 1];
        // Under something else, or clipped to a point for screen readers and the keyboard.
        if (width <= 1 || !isHit([element], middleX, middleY)) return [];
        const isReached = [-reach, reach].every(
          (by) => isHit(parts, middleX + by, middleY) && isHit(parts, middleX, middleY + by),
        );
        const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
        return isReached ? [] : `${name || element.id}: ${Math.round(width)}×${Math.round(height)}`;
      });
    }, finger);
}
