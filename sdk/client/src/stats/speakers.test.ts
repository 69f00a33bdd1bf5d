import { expect, it } from "vitest";
import { hear, speakersOf, type Voices } from "./speakers.ts";

function listen(samples: Record<string, number>[]): string[][] {
  let voices: Voices = [];
  let speakers: string[] = [];
  return samples.map((sample, index) => {
    voices = hear(voices, new Map(Object.entries(sample)), index * 200);
    speakers = speakersOf(voices, speakers);
    return speakers;
  });
}

it("takes two loud samples for speech and one for a click", () => {
  expect(listen([{ a: 0.3 }, { a: 0.3 }])).toEqual([[], ["a"]]);
  expect(listen([{ a: 0.3 }, { a: 0 }, { a: 0.3 }])).toEqual([[], [], []]);
});

it("lets a speaker breathe, and stops after a second of silence", () => {
  const quiet = Array.from({ length: 6 }, () => ({ a: 0.001 }));
  expect(listen([{ a: 0.3 }, { a: 0.3 }, ...quiet]).map(({ length }) => length)).toEqual([0, 1, 1, 1, 1, 1, 0, 0]);
});

it("puts the loudest first, but does not swap two who are about as loud", () => {
  const swaying = Array.from({ length: 6 }, (_, index) => ({ a: index % 2 ? 0.2 : 0.3, b: index % 2 ? 0.3 : 0.2 }));
  const orders = new Set(listen([{ a: 0.3, b: 0.1 }, ...swaying]).map((order) => order.join()));
  expect(orders).toEqual(new Set(["", "a,b"]));
  const shouting = Array.from({ length: 6 }, () => ({ a: 0.05, b: 0.6 }));
  expect(listen([{ a: 0.3, b: 0.1 }, ...shouting]).at(-1)).toEqual(["b", "a"]);
});

it("forgets those who have left", () => {
  expect(listen([{ a: 0.3, b: 0.3 }, { a: 0.3, b: 0.3 }, { a: 0.3 }]).at(-1)).toEqual(["a"]);
});
