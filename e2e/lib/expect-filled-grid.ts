import { expect, type Locator, type Page } from "@playwright/test";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Less than this is rounding and the gap between tiles. */
const slack = 2;

/** Waits until the tiles stand apart from each other inside the grid and reach across it in one direction. */
export async function expectFilledGrid(page: Page): Promise<void> {
  const problem = async () => fault(await boxOf(page.getByTestId("grid")), await boxesOf(page.getByTestId("tile")));
  await expect.poll(problem, { message: "what is wrong with the grid" }).toBe("nothing");
}

function fault(grid: Box, tiles: readonly Box[]): string {
  for (const [index, tile] of tiles.entries()) {
    if (!contains(grid, tile)) return `tile ${index} lies outside of the grid`;
    if (tiles.slice(index + 1).some((other) => overlap(tile, other))) return `tile ${index} lies over another`;
  }
  const width = Math.max(...tiles.map(right)) - Math.min(...tiles.map(({ x }) => x));
  const height = Math.max(...tiles.map(bottom)) - Math.min(...tiles.map(({ y }) => y));
  const reach = Math.max(width / grid.width, height / grid.height);
  return reach > 0.9 ? "nothing" : `the tiles reach across ${Math.round(reach * 100)} % of the grid only`;
}

const right = ({ x, width }: Box) => x + width;
const bottom = ({ y, height }: Box) => y + height;

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    right(inner) <= right(outer) + slack &&
    bottom(inner) <= bottom(outer) + slack
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < right(b) - slack && b.x < right(a) - slack && a.y < bottom(b) - slack && b.y < bottom(a) - slack;
}

async function boxOf(place: Locator): Promise<Box> {
  const [box] = await boxesOf(place);
  if (!box) throw new Error(`${place} is not on the page.`);
  return box;
}

function boxesOf(places: Locator): Promise<Box[]> {
  return places.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}
