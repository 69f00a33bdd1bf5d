import { ChamCallError } from "../chamcall-error.ts";
import { createLocalMedia } from "../media/create-local-media.ts";
import type { LocalMedia } from "../media/local-media.ts";
import { localTracksOf } from "../media/local-tracks-of.ts";
import { Mesh } from "../mesh/mesh.ts";
import { openSignalSocket } from "../signaling/signal-socket.ts";
import { Signaling } from "../signaling/signaling.ts";
import { randomId } from "../util/random-id.ts";
import type { Call } from "./call.ts";
import type { JoinOptions } from "./join-options.ts";
import { localMediaState } from "./local-media-state.ts";
import { RoomCall } from "./room-call.ts";
import { ticketFor } from "./ticket-for.ts";

/**
 * Enters a room. Devices are opened while the connection is made; neither waits for the other, and without any
 * device the call is listen-only. Rejects with a ChamCallError: AUTH_REQUIRED, AUTH_FAILED (`hint`),
 * TOO_MANY_ATTEMPTS, RATE_LIMITED, DRAINING (`retryAfterMs`), ROOM_FULL (`maxParticipants`), UNAUTHORIZED,
 * SERVER_UNREACHABLE, UNSUPPORTED_BROWSER, CLOSED (aborted), and the rest of the server's table.
 */
export async function joinRoom(options: JoinOptions): Promise<Call> {
  if (typeof RTCPeerConnection !== "function" || typeof WebSocket !== "function") {
    throw new ChamCallError("UNSUPPORTED_BROWSER", "This browser can't make calls. Try a current one.");
  }
  if (options.signal?.aborted) throw aborted();
  const media = options.media ?? createLocalMedia();
  try {
    return await connect(options, media);
  } catch (error) {
    if (!options.media) media.dispose();
    throw error;
  }
}

async function connect(options: JoinOptions, media: LocalMedia): Promise<Call> {
  const ticket = await ticketFor(options);
  const { again } = ticket;
  return new Promise((resolve, reject) => {
    let call: RoomCall | undefined;
    const signaling = new Signaling(
      {
        ticket,
        instanceId: randomId(),
        media: () => localMediaState(media.getSnapshot()),
        standing: options.token === undefined ? "new" : "returning",
        rejoin: again && (() => again(call?.getSnapshot().self.userId)),
        open: openSignalSocket,
      },
      {
        joined(seat) {
          if (call) return call.joined(seat);
          options.signal?.removeEventListener("abort", abort);
          const { iceTransportPolicy } = options;
          const config = { iceServers: seat.iceServers, ...(iceTransportPolicy && { iceTransportPolicy }) };
          call = new RoomCall({
            seat,
            signaling,
            media,
            ownsMedia: options.media === undefined,
            ownerKey: ticket.ownerKey,
            leavesWithPage: !options.keepSeat,
            createTopology: (handlers) => new Mesh({ self: seat.self, config, tracks: localTracksOf(media) }, handlers),
          });
          resolve(call);
        },
        resumed: () => call?.resumed(),
        event: (event) => call?.event(event),
        reconnecting: (attempt) => call?.reconnecting(attempt),
        ended(end) {
          options.signal?.removeEventListener("abort", abort);
          if (call) call.ended(end);
          else reject("error" in end ? end.error : new ChamCallError("CLOSED", "The server ended the call."));
        },
      },
    );
    const abort = () => {
      void signaling.leave();
      reject(aborted());
    };
    if (options.signal?.aborted) return abort();
    options.signal?.addEventListener("abort", abort);
    signaling.connect();
  });
}

function aborted(): ChamCallError {
  return new ChamCallError("CLOSED", "Joining was cancelled.");
}
