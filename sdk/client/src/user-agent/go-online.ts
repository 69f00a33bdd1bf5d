import { openSignalSocket } from "../signaling/signal-socket.ts";
import { signalingUrlOf } from "../signaling/signaling-url-of.ts";
import { watchNetwork } from "../signaling/watch-network.ts";
import { OnlineAgent } from "./online-agent.ts";
import type { OnlineOptions, UserTicket } from "./online-options.ts";
import type { UserAgent } from "./user-agent.ts";

/** Puts a user online on this device, to ring and be rung. What comes of it shows in the snapshot; `close` ends it. */
export function goOnline({ serverUrl = location.origin, signIn, ticket, deviceId }: OnlineOptions): UserAgent {
  const whole = ({ token, signalingUrl = signalingUrlOf(serverUrl) }: UserTicket) => ({ token, signalingUrl });
  return new OnlineAgent({
    ticket: ticket && whole(ticket),
    signIn: async () => whole(await signIn()),
    deviceId,
    open: openSignalSocket,
    watchNetwork,
  });
}
