import type { FastifyInstance } from "fastify";
import type { Core } from "../../core/core.ts";
import { requireApp } from "../app-auth.ts";
import { registerJoin } from "./v1/join.ts";
import { parseOptionalBody } from "./v1/parse-optional-body.ts";
import { registerParticipants } from "./v1/participants.ts";
import { registerRooms } from "./v1/rooms.ts";
import { registerSessions } from "./v1/sessions.ts";
import { spendAllowance } from "./v1/spend-allowance.ts";
import { registerStatus } from "./v1/status.ts";
import { registerTurn } from "./v1/turn.ts";

/** `/api/v1`: what apps ask with their credentials. Those are looked at first, before anything of the request is. */
export async function registerV1(
  app: FastifyInstance,
  core: Core,
  { publicUrl }: { publicUrl: string | undefined },
): Promise<void> {
  await app.register(
    (v1, _options, done) => {
      parseOptionalBody(v1);
      v1.addHook("onRequest", async (_request, reply) => {
        reply.header("cache-control", "no-store");
      });
      v1.addHook("onRequest", requireApp(core));
      v1.addHook("onRequest", spendAllowance(core));
      registerRooms(v1, core);
      registerJoin(v1, core, { publicUrl });
      registerStatus(v1, core);
      registerParticipants(v1, core);
      registerSessions(v1, core);
      registerTurn(v1, core);
      done();
    },
    { prefix: "/api/v1" },
  );
}
