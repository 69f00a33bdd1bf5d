import { join } from "../rest/join.ts";
import { signalingUrlOf } from "../signaling/signaling-url-of.ts";
import type { Ticket } from "../signaling/ticket.ts";
import type { JoinOptions } from "./join-options.ts";

interface Admission extends Ticket {
  /** Only when this created the room. */
  ownerKey?: string | undefined;
  /** Asks for another ticket to the seat of `userId` when this one has expired; absent when that is the app's task. */
  again?: (userId?: string) => Promise<Ticket>;
}

/** Gets what it takes to connect: from the app's token, or from the server. */
export async function ticketFor(options: JoinOptions): Promise<Admission> {
  const { serverUrl = location.origin, roomId, displayName, password, token, onOwnerKey } = options;
  let { ownerKey } = options;
  const ask = async (userId: string | undefined, signal?: AbortSignal) => {
    const body = {
      displayName,
      unlisted: true,
      ...(password !== undefined && { password }),
      ...(ownerKey !== undefined && { ownerKey }),
      ...(userId !== undefined && { userId }),
    };
    const reply = await join(serverUrl, roomId, body, signal);
    if (reply.ownerKey !== undefined) {
      ownerKey = reply.ownerKey;
      onOwnerKey?.(ownerKey);
    }
    return reply;
  };
  if (token !== undefined) {
    const ticket = { token, signalingUrl: options.signalingUrl ?? signalingUrlOf(serverUrl) };
    return options.rejoin ? { ...ticket, again: (userId = options.userId) => ask(userId) } : ticket;
  }
  const first = await ask(options.userId, options.signal);
  return { ...first, again: () => ask(first.userId) };
}
