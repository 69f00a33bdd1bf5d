import type { JoinRoomBody } from "@chamcall/protocol";
import { join } from "../rest/join.ts";
import type { SeatTicket } from "../signaling/seat-ticket.ts";
import type { JoinOptions } from "./join-options.ts";

interface Admission extends SeatTicket {
  /** Only when this created the room. */
  ownerKey?: string | undefined;
  /** Asks for another ticket when this one has expired; absent when the app brought the token. */
  again?: () => Promise<SeatTicket>;
}

/** Gets what it takes to connect: from the app's token, or from the server. */
export async function ticketFor(options: JoinOptions): Promise<Admission> {
  const { serverUrl = location.origin, token, signalingUrl, signal } = options;
  if (token !== undefined) return { token, signalingUrl: signalingUrl ?? signalingUrlOf(serverUrl) };
  const first = await join(serverUrl, options.roomId, bodyOf(options), signal);
  const body = { ...bodyOf(options), userId: first.userId, ...(first.ownerKey && { ownerKey: first.ownerKey }) };
  return { ...first, again: () => join(serverUrl, options.roomId, body) };
}

function bodyOf({ displayName, password, ownerKey, userId }: JoinOptions): JoinRoomBody {
  return {
    displayName,
    ...(password !== undefined && { password }),
    ...(ownerKey !== undefined && { ownerKey }),
    ...(userId !== undefined && { userId }),
  };
}

function signalingUrlOf(serverUrl: string): string {
  const url = new URL("/ws", serverUrl);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}
