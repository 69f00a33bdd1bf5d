import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** Compiles a schema into a look for the first thing that is wrong, named as a part of the request: `body.name must …`. */
export function describeProblem<T extends TSchema>(
  schema: T,
  part: string,
): (value: unknown) => { value: Static<T> } | { problem: string } {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return { value };
    const [first] = validator.Errors(value);
    const where = `${part}${first?.instancePath ?? ""}`.replaceAll("/", ".");
    return { problem: `${where} ${first?.message ?? "has the wrong shape"}` };
  };
}
