import type { Look } from "./look.ts";

/** Runs in the page: the room behind someone, out of focus as a lens shows it. 1280×720. */
export function drawRoom(context: OffscreenCanvasRenderingContext2D, { wall, room }: Look): void {
  const fill = (color: string, x: number, y: number, width: number, height: number, radius = 6) => {
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.fill();
  };
  const disc = (color: string, x: number, y: number, radius: number) => {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  };
  const plant = (x: number, y: number, color: string) => {
    for (let leaf = -3; leaf <= 3; leaf++) {
      context.save();
      context.translate(x, y);
      context.rotate(leaf * 0.32);
      context.fillStyle = color;
      context.beginPath();
      context.ellipse(0, -120 + 8 * Math.abs(leaf), 22, 110, 0, 0, 2 * Math.PI);
      context.fill();
      context.restore();
    }
    fill("#b9694a", x - 48, y - 12, 96, 110, 14);
  };

  const paint = context.createLinearGradient(0, 0, 1280, 720);
  paint.addColorStop(0, wall[0]);
  paint.addColorStop(1, wall[1]);
  context.fillStyle = paint;
  context.fillRect(0, 0, 1280, 720);
  context.filter = "blur(7px)";
  switch (room) {
    case "window":
      fill("#f6f1e2", 60, 40, 400, 480, 10);
      fill("#cfe6ee", 84, 64, 168, 432);
      fill("#dcedec", 268, 64, 168, 432);
      disc("#a9cfa5", 130, 500, 120);
      disc("#8fbf95", 350, 530, 130);
      fill("#6d8a78", 0, 540, 520, 30);
      plant(1110, 600, "#4d7f5e");
      break;
    case "shelf":
      for (const y of [170, 390, 610]) {
        fill("#8a5f3b", 40, y, 420, 22);
        fill("#8a5f3b", 850, y, 420, 22);
        const spines = ["#37596b", "#c7663f", "#e3c48b", "#6d8a5c", "#8c3f3c", "#efe3cd", "#4b4a63"];
        for (let book = 0; book < 9; book++) {
          const height = 104 + ((book * 37 + y) % 46);
          fill(spines[(book + y) % 7] ?? "#37596b", 60 + book * 42, y - height, 32, height, 4);
          if (book !== 4)
            fill(spines[(book * 3 + y) % 7] ?? "#37596b", 870 + book * 42, y - height + 9, 34, height - 9, 4);
        }
      }
      disc("rgb(255 226 160 / 0.55)", 1060, 90, 150);
      break;
    case "pictures":
      fill("#f4efe4", 110, 80, 240, 300, 8);
      disc("#e39a6b", 230, 210, 62);
      fill("#7d9a8b", 150, 262, 160, 76, 30);
      fill("#f4efe4", 930, 60, 210, 260, 8);
      disc("#6f86b5", 1035, 170, 58);
      fill("#3f3a55", 850, 520, 430, 26);
      plant(1090, 450, "#5c8a6c");
      fill("#b7aacd", 0, 520, 430, 220, 60);
      break;
    case "night":
      fill("#16203a", 70, 30, 1140, 520, 12);
      for (let light = 0; light < 70; light++) {
        const [x, y] = [90 + ((light * 197) % 1100), 210 + ((light * 83) % 320)];
        disc(["#ffd58a", "#ff9d6b", "#9cc4ff", "#ffe9c2"][light % 4] ?? "#ffd58a", x, y, 6 + (light % 5) * 2);
      }
      fill("#33456a", 630, 30, 22, 520);
      fill("#4a3c33", 0, 560, 1280, 170);
      disc("rgb(255 196 120 / 0.35)", 1130, 500, 190);
      fill("#f7d59a", 1080, 420, 100, 110, 30);
  }
  context.filter = "none";
  const light = context.createRadialGradient(640, 330, 80, 640, 360, 780);
  light.addColorStop(0, "rgb(255 250 240 / 0.22)");
  light.addColorStop(0.5, "rgb(255 250 240 / 0)");
  light.addColorStop(1, "rgb(20 20 30 / 0.28)");
  context.fillStyle = light;
  context.fillRect(0, 0, 1280, 720);
}
