import type { Static, TSchema } from "typebox";
import { Refusal } from "../core/errors.ts";
import { describeProblem } from "./describe-problem.ts";

/**
 * What a route's schema does, for paths where only the request itself tells which schema counts.
 * Throws the same BAD_REQUEST.
 */
export function compileCheck<T extends TSchema>(
  schema: T,
  part: "body" | "querystring",
): (value: unknown) => Static<T> {
  const look = describeProblem(schema, part);
  return (value) => {
    const found = look(value);
    if ("problem" in found) {
      throw new Refusal("BAD_REQUEST", { message: `The request is not valid: ${found.problem}.` });
    }
    return found.value;
  };
}
