import { expect, test } from "vitest";
import { parseRoomLink } from "./parse-room-link.ts";

const host = "calls.example.com:3000";

test.each([
  ["sunny-mountain-42", "sunny-mountain-42"],
  ["  sunny-mountain-42  ", "sunny-mountain-42"],
  ["Team Standup", "Team-Standup"],
  ["https://calls.example.com:3000/room/a.b_c", "a.b_c"],
  ["http://CALLS.example.com:3000/room/x/?from=mail#top", "x"],
  ["calls.example.com:3000/room/x", "x"],
  ["/room/x", "x"],
  ["room/x", "x"],
  ["https://calls.example.com:3000/room/b%2Dc", "b-c"],
])("%j leads to %s", (input, roomId) => {
  expect(parseRoomLink(input, host)).toEqual({ kind: "room", roomId });
});

test.each(["", "   "])("%j is nothing yet", (input) => {
  expect(parseRoomLink(input, host)).toEqual({ kind: "empty" });
});

test("a link of another server is told apart", () => {
  expect(parseRoomLink("https://other.example/room/x", host)).toEqual({ kind: "elsewhere", host: "other.example" });
});

test.each(["-x", "a/b", "https://calls.example.com:3000/", "né", "a".repeat(129), "/room/%E0%A4%A", "<script>"])(
  "%j is no room",
  (input) => {
    expect(parseRoomLink(input, host)).toEqual({ kind: "invalid" });
  },
);
