import type { Locator } from "@playwright/test";

/** How a text stands out from what is behind it (WCAG 2.2: contrast ratio 1 to 21, relative luminance 0 to 1). */
export interface TextContrast {
  ratio: number;
  background: number;
}

/** Takes the computed color of the text and the nearest opaque background behind it. */
export function textContrast(text: Locator): Promise<TextContrast> {
  return text.first().evaluate((element) => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("No canvas to read colors with.");
    /** [red, green, blue, alpha], 0 to 1, of any CSS color. */
    const read = (color: string): number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
    };
    const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
      const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    let behind: Element | null = element;
    while (behind && (read(getComputedStyle(behind).backgroundColor)[3] ?? 0) < 1) behind = behind.parentElement;
    const background = luminance(read(behind ? getComputedStyle(behind).backgroundColor : "white"));
    const foreground = luminance(read(getComputedStyle(element).color));
    const [darker, lighter] = [Math.min(background, foreground), Math.max(background, foreground)];
    return { ratio: (lighter + 0.05) / (darker + 0.05), background };
  });
}
