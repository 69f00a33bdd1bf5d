import type { Static, TSchema } from "typebox";
import type { Command } from "../core/commands.ts";
import { Refusal } from "../core/errors.ts";
import { compileCheck } from "./check.ts";
import type { WireRequest } from "./dialect.ts";

/** Builds a dialect's decode from its schemas and what each checked message means. A missing body counts as `{}`. */
export function createDecoder<S extends Record<string, TSchema>>(
  schemas: S,
  toCommand: { [N in keyof S]: (data: Static<S[N]>, auth: unknown) => Command },
): (message: WireRequest) => Command {
  const decoders = new Map<string, (data: unknown, auth: unknown) => Command>();
  for (const [name, schema] of Object.entries(schemas)) {
    const check = compileCheck(schema);
    const convert: ((data: never, auth: unknown) => Command) | undefined = toCommand[name];
    if (!convert) throw new Error(`no command for ${name}`);
    // The signature ties each converter to its schema; iterating over names loses that tie.
    decoders.set(name, (data, auth) => convert(check(data ?? {}) as never, auth));
  }
  return ({ name, data, auth }) => {
    const decode = decoders.get(name);
    if (!decode) throw new Refusal("UNKNOWN_EVENT");
    return decode(data, auth);
  };
}
