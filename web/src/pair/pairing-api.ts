import { isRoomId } from "../lib/is-room-id.ts";
import type { PairingRefusal } from "./pairing-problem.ts";
import { pairingRequest } from "./pairing-request.ts";

/** Two devices found each other; the room is theirs. */
export interface Paired {
  outcome: "paired";
  roomId: string;
}

/** The pairing API as one device sees it. Nothing rejects; an aborted request counts as unreachable. */
export interface PairingApi {
  /** Puts a code on offer. `expiresAt` is ms epoch by the server's clock. */
  create(code: string, expiresAt: number, signal: AbortSignal): Promise<{ outcome: "created" } | PairingRefusal>;
  /** Takes another device up on its code. */
  accept(code: string, signal: AbortSignal): Promise<Paired | PairingRefusal>;
  /** Asks whether someone has accepted this device's code; the room is told once. */
  check(code: string, signal: AbortSignal): Promise<Paired | { outcome: "waiting" } | PairingRefusal>;
}

/** @param device id of this device, see `deviceId` */
export function createPairingApi(device: string): PairingApi {
  return {
    async create(joinid, expiresAt, signal) {
      const exp = new Date(expiresAt).toISOString();
      const answer = await pairingRequest("/api/rooms", { joinid, exp, client1: device }, signal);
      if (answer.outcome === "refused") return answer;
      // Where the pairing door is shut, the lobby's answers on this path.
      return isOk(answer.body) ? { outcome: "created" } : { outcome: "refused", problem: "off" };
    },
    async accept(joinid, signal) {
      const answer = await pairingRequest("/api/rooms/accept", { joinid, client2: device }, signal);
      return answer.outcome === "refused" ? answer : paired(answer.body);
    },
    async check(joinid, signal) {
      const answer = await pairingRequest("/api/rooms/check", { joinid, client1: device }, signal);
      if (answer.outcome === "refused") return answer;
      return answer.body === undefined ? { outcome: "waiting" } : paired(answer.body);
    },
  };
}

function isOk(body: unknown): boolean {
  return typeof body === "object" && body !== null && "ok" in body && body.ok === true;
}

function paired(body: unknown): Paired | PairingRefusal {
  const roomId = typeof body === "object" && body !== null && "roomid" in body ? body.roomid : undefined;
  if (typeof roomId === "string" && isRoomId(roomId)) return { outcome: "paired", roomId };
  return { outcome: "refused", problem: "failed" };
}
