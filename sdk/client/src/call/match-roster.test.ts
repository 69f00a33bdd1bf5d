import type { Participant } from "@chamcall/protocol";
import { expect, it } from "vitest";
import { matchRoster } from "./match-roster.ts";

const present = (userId: string, instanceId: string) => ({ userId, instanceId }) as Participant;

it("tells those who stayed, reloaded, came and went apart", () => {
  const known = ["stayed", "reloaded", "gone"].map((userId) => ({ userId, instanceId: "1" }));
  const match = matchRoster(known, [present("stayed", "1"), present("reloaded", "2"), present("new", "1")]);
  expect(match).toEqual({
    kept: [present("stayed", "1")],
    replaced: [present("reloaded", "2")],
    added: [present("new", "1")],
    missing: ["gone"],
  });
});
