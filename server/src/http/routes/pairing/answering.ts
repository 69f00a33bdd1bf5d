import type { FastifyReply, FastifyRequest } from "fastify";
import { answerProblem } from "./answer-problem.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { Problem } from "./problem.ts";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A handler as the pairing spec's routes have it: turned off where the API is, and with problems in its own shape. */
export function answering({ enabled }: PairingOptions, handle: Handler): Handler {
  return async (request, reply) => {
    reply.header("cache-control", "no-store");
    try {
      if (!enabled) throw new Problem("disabled", "The pairing API is off. Set USE_SQLITE=1 to turn it on.");
      return await handle(request, reply);
    } catch (cause) {
      return answerProblem(cause, request, reply);
    }
  };
}
