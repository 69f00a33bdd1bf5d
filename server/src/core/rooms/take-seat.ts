import { randomUUID } from "node:crypto";
import type { MediaState } from "@chamcall/protocol";
import { settle } from "../calls/settle.ts";
import type { Client } from "../client.ts";
import type { SeatPolicy } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Member } from "../member.ts";
import { Seat } from "../seat.ts";
import { announce } from "./announce.ts";
import type { Entry } from "./authorize-join.ts";
import { eject } from "./eject.ts";
import { ejectionCodes } from "./ejection-codes.ts";
import { mayShareScreen } from "./may-share-screen.ts";

/** How someone who may enter takes their place. */
export interface SeatRequest {
  entry: Entry;
  policy: SeatPolicy;
  instanceId?: string | undefined;
  media?: MediaState | undefined;
}

/**
 * Admits the client to the room, tells it who is there and tells them.
 * Throws ALREADY_IN_ROOM, ROOM_FULL (with `maxParticipants`), USER_ID_TAKEN, REMOVED, REPLACED, ROOM_ENDED.
 */
export async function takeSeat(ctx: Context, client: Client, request: SeatRequest): Promise<void> {
  const { room, claims, ownerKey } = request.entry;
  if (client.state.state !== "visiting") throw new Refusal("ALREADY_IN_ROOM");

  const seat = new Seat(claims, request.policy);
  const member: Member = {
    userId: claims.userId,
    entryId: claims.entryId,
    name: claims.name,
    role: claims.role,
    joinedAt: ctx.now(),
    instanceId: request.instanceId ?? randomUUID(),
    audio: request.media?.audio ?? true,
    video: request.media?.video ?? true,
    screen: request.media?.screen === true && mayShareScreen(room, claims.role),
    ...(request.policy.capacity === undefined ? {} : { capacity: request.policy.capacity }),
    address: { nodeId: ctx.nodeId, recipientId: seat.id },
  };
  // Reachable before it is admitted: from that moment on others may send to it.
  ctx.seats.add(seat);
  const admission = await ctx.rosters
    .admit(claims, member, { capacity: room.maxParticipants, now: ctx.now() })
    .catch((cause: unknown) => {
      ctx.seats.remove(seat);
      throw cause;
    });
  if (admission.outcome !== "admitted") {
    ctx.seats.remove(seat);
    throw admission.outcome === "full"
      ? new Refusal("ROOM_FULL", { maxParticipants: admission.capacity })
      : new Refusal("USER_ID_TAKEN");
  }

  const { state } = seat;
  // Sent out again before this node has heard that it was let in.
  if (state.state === "gone") throw new Refusal(ejectionCodes[state.ejected ?? "removed"]);

  if (admission.replaced) {
    const { appId, roomId, userId } = claims;
    ctx.publish({ type: "participant.left", appId, roomId, userId, reason: "replaced" });
    eject(ctx, admission.replaced, "replaced");
    announce(ctx, admission.others, { type: "participant-left", userId: member.userId, reason: "replaced" });
  }
  client.send({
    type: "joined",
    room,
    self: member,
    others: admission.others,
    iceServers: ctx.iceServersFor(claims.appId, ctx.now()),
    ttlSeconds: ctx.tokens.ttlSeconds,
    resume: { key: seat.resumeKey, windowMs: request.policy.graceMs },
    ...(ownerKey === undefined ? {} : { ownerKey }),
  });
  sitDown(client, seat);
  announce(ctx, admission.others, { type: "participant-joined", roomId: claims.roomId, member });

  if (admission.opened) ctx.publish({ type: "session.started", ...admission.session });
  ctx.publish({ type: "participant.joined", appId: claims.appId, roomId: claims.roomId, userId: claims.userId });
  if (claims.callId !== undefined) await settle(ctx, claims.callId, { type: "arrive", userId: claims.userId });
  if (admission.opened) await ctx.sessions.start(admission.session).catch(ctx.report);
}

function sitDown(client: Client, seat: Seat): void {
  const early = seat.state.state === "entering" ? seat.state.queue : [];
  seat.state = { state: "present", client };
  client.state = { state: "seated", seat };
  for (const event of early) seat.deliver(event);
}
