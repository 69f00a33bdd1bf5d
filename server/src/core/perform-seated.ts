import type { SeatCommand } from "./commands.ts";
import type { Context } from "./context.ts";
import type { Reply } from "./reply.ts";
import { changeRoom } from "./rooms/change-room.ts";
import { giveUpSeat } from "./rooms/give-up-seat.ts";
import { refuseOverCapacity } from "./rooms/refuse-over-capacity.ts";
import { removeParticipant } from "./rooms/remove-participant.ts";
import { setMedia } from "./rooms/set-media.ts";
import { setPassword } from "./rooms/set-password.ts";
import { relaySignal } from "./rooms/signal.ts";
import type { Seat } from "./seat.ts";

/** Carries out what a participant asks for. */
export function performSeated(ctx: Context, seat: Seat, command: SeatCommand): Reply | Promise<Reply> {
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
      return changeRoom(ctx, seat, async () => {
        const app = await ctx.apps.find(seat.claims.appId);
        refuseOverCapacity(app?.limits, command.maxParticipants);
        return {
          ...(command.maxParticipants === undefined ? {} : { maxParticipants: command.maxParticipants }),
          ...(command.allowScreenShare === undefined ? {} : { allowScreenShare: command.allowScreenShare }),
        };
      });
    case "remove":
      return removeParticipant(ctx, seat, command);
    case "leave":
      return giveUpSeat(ctx, seat, "left").then(() => ({ ok: true }));
  }
}
