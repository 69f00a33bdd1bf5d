import type { Client } from "../client.ts";
import type { Claimed } from "../commands.ts";
import { Refusal } from "../errors.ts";
import type { Seat } from "../seat.ts";

/** The client's seat, if what the message claims of its sender and room is true. Throws NOT_IN_ROOM, FORBIDDEN. */
export function seatOf(client: Client, claimed: Claimed | undefined): Seat {
  if (client.state.state !== "seated") throw new Refusal("NOT_IN_ROOM");
  const { seat } = client.state;
  if (claimed?.roomId !== undefined && claimed.roomId !== seat.claims.roomId) {
    throw new Refusal("NOT_IN_ROOM", { message: "You are not in that room." });
  }
  if (claimed?.userId !== undefined && claimed.userId !== seat.claims.userId) {
    throw new Refusal("FORBIDDEN", { message: "You can only speak for yourself: that userId is not yours." });
  }
  return seat;
}
