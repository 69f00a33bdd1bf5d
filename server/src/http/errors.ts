import type { WireError } from "@chamcall/protocol";
import type { ErrorCode } from "@chamcall/protocol/errors";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../core/errors.ts";

/** Answers every refusal and every fault in one shape: `{error: {code, message, …}}`. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** Answers a request that failed, also one that Fastify can't route. */
export function answerError(cause: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = toRefusal(cause);
  if (refusal.code === "INTERNAL") request.log.error({ err: cause }, "request failed");
  return sendRefusal(reply, refusal);
}

function sendRefusal(reply: FastifyReply, { status, code, message, details }: Refusal): FastifyReply {
  if (details.retryAfterMs !== undefined) reply.header("retry-after", Math.ceil(details.retryAfterMs / 1000));
  const error: WireError = { code, message, ...details };
  return reply.code(status).send({ error });
}

const CODE_OF_STATUS: Partial<Record<number, ErrorCode>> = { 404: "NOT_FOUND", 413: "MESSAGE_TOO_LARGE" };

function toRefusal(cause: FastifyError | Refusal): Refusal {
  if (cause instanceof Refusal) return cause;
  if (cause.validation || (cause.statusCode !== undefined && cause.statusCode < 500)) {
    const code = CODE_OF_STATUS[cause.statusCode ?? 400] ?? "BAD_REQUEST";
    return code === "BAD_REQUEST"
      ? new Refusal(code, { message: `The request is not valid: ${cause.message}.` })
      : new Refusal(code);
  }
  return new Refusal("INTERNAL");
}
