import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { describeProblem } from "./describe-problem.ts";

/** Lets routes declare TypeBox schemas; values are checked, never coerced or trimmed. */
export const typeboxValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const look = describeProblem(schema, httpPart ?? "request");
  return (value) => {
    const found = look(value);
    return "problem" in found ? { error: new Error(found.problem) } : found;
  };
};
