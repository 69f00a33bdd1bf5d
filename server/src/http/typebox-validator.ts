import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** Lets routes declare TypeBox schemas; values are checked, never coerced or trimmed. */
export const typeboxValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return { value };
    const [first] = validator.Errors(value);
    const where = `${httpPart ?? "request"}${first?.instancePath ?? ""}`.replaceAll("/", ".");
    return { error: new Error(`${where} ${first?.message ?? "has the wrong shape"}`) };
  };
};
