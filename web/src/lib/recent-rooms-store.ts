import { parseRecentRooms } from "./recent-rooms.ts";
import { createStored } from "./stored.ts";

/** The rooms of before, on this device only. */
export const recentRooms = createStored("chamcall.recent", parseRecentRooms);
