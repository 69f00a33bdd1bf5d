/** Runs in the page: what is on the shared screen, a page with words and a chart. 1280×720. */
export function drawSlide(context: OffscreenCanvasRenderingContext2D): void {
  const write = (text: string, font: string, color: string, x: number, y: number) => {
    context.font = `${font} "Liberation Sans", sans-serif`;
    context.fillStyle = color;
    context.fillText(text, x, y);
  };
  const box = (color: string, x: number, y: number, width: number, height: number, radius: number) => {
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(x, y, width, height, radius);
    context.fill();
  };
  context.fillStyle = "#fdfcf8";
  context.fillRect(0, 0, 1280, 720);
  box("#0d6b55", 0, 0, 18, 720, 0);
  write("Spring plan", "bold 58px", "#15211c", 84, 128);
  write("What the workshop did with the extra table", "27px", "#5b6963", 84, 176);
  for (const [index, [title, text]] of [
    ["More room", "Two groups can work side by side"],
    ["Less waiting", "Tools are within reach of everyone"],
    ["Next", "A second lamp, and shelves by May"],
  ].entries()) {
    const y = 290 + index * 122;
    box(["#e3efe9", "#fbe9d6", "#e6e6f4"][index] ?? "#e3efe9", 84, y - 40, 56, 56, 16);
    write(String(index + 1), "bold 28px", "#15211c", 104, y - 2);
    write(title ?? "", "bold 28px", "#15211c", 164, y - 14);
    write(text ?? "", "23px", "#5b6963", 164, y + 20);
  }
  box("#f3f1ea", 690, 240, 520, 400, 24);
  write("Visitors a week", "bold 24px", "#15211c", 724, 290);
  for (const [index, height] of [96, 120, 112, 158, 190, 234].entries()) {
    box(index === 5 ? "#e07b2e" : "#0d6b55", 728 + index * 78, 590 - height, 52, height, 10);
    write(`W${index + 1}`, "18px", "#5b6963", 740 + index * 78, 620);
  }
}
