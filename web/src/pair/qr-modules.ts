import { create } from "qrcode";

/** The dark modules of a QR code as one SVG path; lengths in modules. */
export interface QrModules {
  /** Side of the symbol without its quiet zone. */
  size: number;
  path: string;
}

/** Draws a text as a QR code that still reads with 15 % of it hidden (level M). A run of dark modules is one rectangle. */
export function qrModules(text: string): QrModules {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < size; row++) {
    let start: number | undefined;
    for (let column = 0; column <= size; column++) {
      const dark = column < size && data[row * size + column] === 1;
      if (dark) start ??= column;
      else if (start !== undefined) {
        path += `M${start} ${row}h${column - start}v1H${start}z`;
        start = undefined;
      }
    }
  }
  return { size, path };
}
