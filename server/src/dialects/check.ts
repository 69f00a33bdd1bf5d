import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Refusal } from "../core/errors.ts";

/** Compiles a schema into a check that returns the data as typed, or throws BAD_REQUEST saying what is wrong where. */
export function compileCheck<T extends TSchema>(schema: T): (data: unknown) => Static<T> {
  const validator = Compile(schema);
  return (data) => {
    if (validator.Check(data)) return data;
    const [first] = validator.Errors(data);
    const where = first?.instancePath.replaceAll("/", ".").slice(1);
    throw new Refusal("BAD_REQUEST", {
      message: `The request is not valid: ${where ? `${where} ` : ""}${first?.message ?? "has the wrong shape"}.`,
    });
  };
}
