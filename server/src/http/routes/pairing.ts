import type { FastifyInstance } from "fastify";
import { acceptPending } from "./pairing/accept-pending.ts";
import { answerProblem } from "./pairing/answer-problem.ts";
import { checkPending } from "./pairing/check-pending.ts";
import { deleteRoom } from "./pairing/delete-room.ts";
import type { PairingOptions } from "./pairing/pairing-options.ts";
import { purgeDevice } from "./pairing/purge-device.ts";

/** The pairing spec's routes, but for the two on paths that it shares: those are in api-rooms.ts. */
export function registerPairing(app: FastifyInstance, options: PairingOptions): void {
  const own = { errorHandler: answerProblem };
  app.post("/api/rooms/accept", own, acceptPending(options));
  app.post("/api/rooms/check", own, checkPending(options));
  app.delete("/api/rooms", own, deleteRoom(options));
  app.post("/api/user/purge", own, purgeDevice(options));
}
