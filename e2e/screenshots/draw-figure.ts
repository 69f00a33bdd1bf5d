import type { Look } from "./look.ts";

/**
 * Runs in the page: someone from the chest up, their middle at 0 and the lower edge of the picture at 0, about 170 high.
 * @param blink whether the eyes are closed
 */
export function drawFigure(context: OffscreenCanvasRenderingContext2D, look: Look, blink: boolean): void {
  const { skin, skinShade, hair, cloth, style, glasses } = look;
  const path = (color: string, d: string) => {
    context.fillStyle = color;
    context.fill(new Path2D(d));
  };
  const line = (color: string, width: number, d: string) => {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.lineCap = "round";
    context.stroke(new Path2D(d));
  };
  const oval = (color: string, x: number, y: number, rx: number, ry: number) => {
    context.fillStyle = color;
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    context.fill();
  };

  if (style === "bob") path(hair, "M-47-122C-50-186 50-186 47-122C49-98 48-82 43-70L-43-70C-48-82-49-98-47-122Z");
  if (style === "bun") oval(hair, 0, -170, 19, 17);
  if (style === "scarf") path(hair, "M-46-122a46 50 0 0 1 92 0c0 34 12 46 18 66H-64c6-20 18-32 18-66Z");

  path(cloth, "M-92 8C-92-48-58-70-22-75L22-75C58-70 92-48 92 8Z");
  path("rgb(0 0 0 / 0.09)", "M-92 8C-92-30-76-54-56-65C-64-44-64-20-62 8ZM92 8C92-30 76-54 56-65C64-44 64-20 62 8Z");
  if (style === "scarf") {
    path(hair, "M-42-100h84c2 28-16 48-42 50-26-2-44-22-42-50Z");
    path("rgb(0 0 0 / 0.12)", "M-36-84c12 18 60 18 72 0-4 20-18 33-36 34-18-1-32-14-36-34Z");
  } else {
    path(skinShade, "M-16-102h32v30c-4 14-28 14-32 0Z");
    path(skin, "M-16-80c4 8 28 8 32 0v8c-6 16-26 16-32 0Z");
    line("rgb(0 0 0 / 0.14)", 3, "M-24-74C-14-58 14-58 24-74");
  }

  const [width, height] = style === "scarf" ? [31, 36] : [35, 40];
  if (style !== "scarf") {
    oval(skinShade, -width, -120, 6, 9);
    oval(skinShade, width, -120, 6, 9);
  }
  oval(skin, 0, -122, width, height);
  oval("rgb(224 110 90 / 0.16)", -19, -110, 8, 6);
  oval("rgb(224 110 90 / 0.16)", 19, -110, 8, 6);
  path("rgb(255 255 255 / 0.1)", "M-24-136c2-18 20-26 34-22-14 2-26 10-34 22Z");

  switch (style) {
    case "short":
      path(
        hair,
        "M-38-120C-44-172-6-176 6-172C36-174 44-146 38-120C36-132 32-140 26-146C8-138-18-140-28-146C-34-138-36-130-38-120Z",
      );
      break;
    case "bun":
      path(hair, "M-38-116C-46-184 46-184 38-116C35-132 24-143 0-147C-24-143-35-132-38-116Z");
      break;
    case "bob":
      path(hair, "M-40-112C-46-184 46-184 40-112C38-128 34-136 30-144C6-138-18-142-24-150C-32-140-38-128-40-112Z");
      break;
    case "scarf":
      path(hair, "M-35-118C-40-172 40-172 35-118C32-140 20-154 0-154C-20-154-32-140-35-118Z");
      path("rgb(255 255 255 / 0.12)", "M-33-130C-28-158-4-166 12-162C-8-156-24-148-33-130Z");
  }

  const ink = "#2a1d18";
  line(style === "scarf" ? ink : hair, 2.6, "M-20-133q7-4 14-1M6-134q7-3 14 1");
  if (blink) line(ink, 2.4, "M-17-122q4 3 8 0M9-122q4 3 8 0");
  else
    for (const x of [-13, 13]) {
      oval(ink, x, -122, 3.1, 3.7);
      oval("#fff", x + 1, -123.4, 1, 1);
    }
  line(skinShade, 2.4, "M0-118q4 8-1 10");
  path("#fff", "M-10-101q10 3 20 0q-3 8-10 8t-10-8Z");
  line(skinShade, 2.2, "M-12-102q12 4 24 0q-4 10-12 10t-12-10Z");
  if (glasses) {
    line(
      "#2d3340",
      2.4,
      "M-23-122a10 10 0 1 0 20 0a10 10 0 1 0-20 0M3-122a10 10 0 1 0 20 0a10 10 0 1 0-20 0M-3-123q3-3 6 0M-23-123l-11-2M23-123l11-2",
    );
  }
}
