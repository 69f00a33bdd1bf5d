import type { Look } from "./look.ts";

/** The people of the pictures by their names. */
export const looks = {
  Amara: {
    skin: "#94603f",
    skinShade: "#7a4a2f",
    hair: "#2b1c17",
    cloth: "#d9813b",
    style: "bun",
    glasses: false,
    wall: ["#cfdcd0", "#8fae9c"],
    room: "window",
  },
  Jonas: {
    skin: "#efc3a0",
    skinShade: "#d79f7b",
    hair: "#8a4b25",
    cloth: "#2f5f73",
    style: "short",
    glasses: true,
    wall: ["#e9d9c2", "#b8946b"],
    room: "shelf",
  },
  Leila: {
    skin: "#dcab83",
    skinShade: "#bd875f",
    hair: "#5b4c8a",
    cloth: "#e8e2f4",
    style: "scarf",
    glasses: false,
    wall: ["#d8d2e6", "#9a8fb8"],
    room: "pictures",
  },
  Mei: {
    skin: "#ecc5a4",
    skinShade: "#d3a27e",
    hair: "#22252c",
    cloth: "#3f8f6f",
    style: "bob",
    glasses: false,
    wall: ["#41577a", "#202c45"],
    room: "night",
  },
} as const satisfies Record<string, Look>;
