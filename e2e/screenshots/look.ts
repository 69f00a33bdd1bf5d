/** How someone in the pictures looks, and where they sit. Colors are CSS colors. */
export interface Look {
  readonly skin: string;
  readonly skinShade: string;
  readonly hair: string;
  readonly cloth: string;
  readonly style: "bun" | "short" | "bob" | "scarf";
  readonly glasses: boolean;
  readonly wall: readonly [string, string];
  readonly room: "window" | "shelf" | "pictures" | "night";
}
