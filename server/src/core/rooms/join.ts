import type { Client } from "../client.ts";
import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import { authorizeJoin } from "./authorize-join.ts";
import { takeSeat } from "./take-seat.ts";

/** Walks in without a token. Throws ALREADY_IN_ROOM and what `authorizeJoin` and `takeSeat` throw. */
export async function join(ctx: Context, client: Client, command: Extract<Command, { type: "join" }>): Promise<Reply> {
  if (client.state.state !== "visiting") throw new Refusal("ALREADY_IN_ROOM");
  const { appId, roomId, policy, visibility = "listed", ...visitor } = command;
  const entry = await authorizeJoin(ctx, {
    key: { appId, roomId },
    ...visitor,
    made: { capacity: policy.capacity, visibility },
    address: client.address,
  });
  await takeSeat(ctx, client, { entry, policy });
  return { ok: true };
}
