import type { Socket } from "socket.io-client";
import type { SignalKind } from "../load/template.ts";

/** Someone in a room, connected and ready to be sent to. */
export interface Guest {
  socket: Socket;
  /** What others address them by. */
  id: string;
}

/** How one door is entered and spoken to. */
export interface Wire {
  /** Resolves when the guest is in the room. */
  enter(url: string, roomId: string, userId: string): Promise<Guest>;
  /** A Socket.IO packet that carries the JSON of a signal to someone; `seq` counts the sender's messages from 1. */
  packet(kind: SignalKind, json: string, to: { id: string; roomId: string }, seq: number): string;
}
