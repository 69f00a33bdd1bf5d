import type { MediaState } from "@chamcall/protocol";
import type { OpenSignalSocket } from "./signal-socket.ts";
import type { Ticket } from "./ticket.ts";

/** What it takes to keep a seat. */
export interface SignalingOptions {
  ticket: Ticket;
  instanceId: string;
  /** What this client sends at the moment. */
  media: () => MediaState;
  /** "returning" when an earlier page had the ticket, so that its token may have expired. */
  standing: "new" | "returning";
  /** Gets a new ticket when the token has expired; absent when that is the app's task. */
  rejoin?: (() => Promise<Ticket>) | undefined;
  open: OpenSignalSocket;
}
