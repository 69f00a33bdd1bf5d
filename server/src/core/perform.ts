import type { Client } from "./client.ts";
import type { Claimed, Command } from "./commands.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";
import type { Reply } from "./reply.ts";
import { authorizeJoin } from "./rooms/authorize-join.ts";
import { changeRoom } from "./rooms/change-room.ts";
import { enter } from "./rooms/enter.ts";
import { giveUpSeat } from "./rooms/give-up-seat.ts";
import { removeParticipant } from "./rooms/remove-participant.ts";
import { renew } from "./rooms/renew.ts";
import { setMedia } from "./rooms/set-media.ts";
import { setPassword } from "./rooms/set-password.ts";
import { relaySignal } from "./rooms/signal.ts";
import { takeSeat } from "./rooms/take-seat.ts";
import type { Seat } from "./seat.ts";

/** Carries a client's command out. Throws a Refusal for what it will not do. */
export function perform(ctx: Context, client: Client, command: Command): Reply | Promise<Reply> {
  switch (command.type) {
    case "enter":
      return enter(ctx, client, command);
    case "join":
      return join(ctx, client, command);
    default:
      return performSeated(ctx, seatOf(client, command.claimed), command);
  }
}

function performSeated(
  ctx: Context,
  seat: Seat,
  command: Exclude<Command, { type: "enter" | "join" }>,
): Reply | Promise<Reply> {
  switch (command.type) {
    case "signal":
      return relaySignal(ctx, seat, command);
    case "set-media":
      return setMedia(ctx, seat, command);
    case "set-password":
      return setPassword(ctx, seat, command);
    case "clear-password":
      return changeRoom(ctx, seat, () => ({ passwordHash: null, passwordHint: null }));
    case "update-room":
      return changeRoom(ctx, seat, () => ({
        ...(command.maxParticipants === undefined ? {} : { maxParticipants: command.maxParticipants }),
        ...(command.allowScreenShare === undefined ? {} : { allowScreenShare: command.allowScreenShare }),
      }));
    case "remove":
      return removeParticipant(ctx, seat, command);
    case "renew":
      return renew(ctx, seat);
    case "leave":
      return giveUpSeat(ctx, seat, "left").then(() => ({ ok: true }));
  }
}

async function join(ctx: Context, client: Client, command: Extract<Command, { type: "join" }>): Promise<Reply> {
  if (client.state.state === "seated") throw new Refusal("ALREADY_IN_ROOM");
  const { appId, roomId, policy, ...visitor } = command;
  const entry = await authorizeJoin(ctx, { key: { appId, roomId }, ...visitor, address: client.address });
  await takeSeat(ctx, client, { entry, policy });
  return { ok: true };
}

/** The client's seat, if what the message claims of its sender and room is true. */
function seatOf(client: Client, claimed: Claimed | undefined): Seat {
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
