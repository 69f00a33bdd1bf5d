import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../../core/errors.ts";
import { Problem } from "./problem.ts";

/** Answers whatever went wrong in the pairing spec's shape; faults of ours are logged and tell nothing. */
export function answerProblem(cause: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (cause instanceof Refusal && cause.details.retryAfterMs !== undefined) {
    reply.header("retry-after", Math.ceil(cause.details.retryAfterMs / 1000));
  }
  const { status, error, message } = toProblem(cause);
  if (error === "internal") request.log.error({ err: cause }, "request failed");
  return reply.code(status).send({ error, message });
}

function toProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  if (cause instanceof Refusal && cause.code === "RATE_LIMITED") return new Problem("rate_limited", cause.message);
  const { statusCode, message } = cause as Partial<FastifyError>;
  if (statusCode !== undefined && statusCode < 500) {
    return new Problem("invalid_field", `The body is not valid: ${message}.`, statusCode === 413 ? 413 : 400);
  }
  return new Problem("internal", "Something went wrong on the server. Try again.");
}
