/** Someone in the picture: a tile, and a figure at its bottom. Lengths in the picture's units. */
export interface PersonInArt {
  x: number;
  y: number;
  width: number;
  height: number;
  scale: number;
  hue: number;
  skin: string;
  hair: string;
  style: "bob" | "bun" | "short" | "scarf";
}

export const heroPeople: readonly PersonInArt[] = [
  { x: 4, y: 40, width: 318, height: 240, scale: 1.28, hue: 158, skin: "#8d5a3b", hair: "#2a1c18", style: "bun" },
  { x: 338, y: 4, width: 200, height: 196, scale: 1, hue: 66, skin: "#f2c9a4", hair: "#b4582a", style: "short" },
  { x: 76, y: 296, width: 246, height: 170, scale: 0.9, hue: 286, skin: "#e0ad84", hair: "#5f58a8", style: "scarf" },
  { x: 338, y: 216, width: 218, height: 214, scale: 1.08, hue: 226, skin: "#c98d62", hair: "#20262b", style: "bob" },
];
