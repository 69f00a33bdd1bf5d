import { expect, test } from "vitest";
import { addRecentRoom, parseRecentRooms, removeRecentRoom } from "./recent-rooms.ts";

test("the newest comes first and nothing twice", () => {
  const rooms = addRecentRoom(addRecentRoom(addRecentRoom([], "a", 1), "b", 2), "a", 3);
  expect(rooms).toEqual([
    { roomId: "a", at: 3 },
    { roomId: "b", at: 2 },
  ]);
});

test("keeps six", () => {
  const rooms = Array.from({ length: 20 }, (_, i) => `room-${i}`).reduce(
    (list, id, i) => addRecentRoom(list, id, i),
    [] as ReturnType<typeof addRecentRoom>,
  );
  expect(rooms.map((room) => room.roomId)).toEqual(["room-19", "room-18", "room-17", "room-16", "room-15", "room-14"]);
});

test("forgets one", () => {
  expect(removeRecentRoom([{ roomId: "a", at: 1 }], "a")).toEqual([]);
});

test.each([null, "", "{", "{}", '[1,null,{"roomId":"../x","at":1},{"roomId":"ok"}]'])("%j holds no room", (json) => {
  expect(parseRecentRooms(json)).toEqual([]);
});

test("reads back what it wrote", () => {
  const rooms = addRecentRoom([], "a", 1);
  expect(parseRecentRooms(JSON.stringify(rooms))).toEqual(rooms);
});
