import type { FastifyInstance } from "fastify";

/** A request without a body asks for the defaults: it is taken for `{}`, also where it claims to be JSON. */
export function parseOptionalBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) done(null, {});
    else void parse(request, String(body), done);
  });
  app.addHook("preValidation", async (request) => {
    request.body ??= {};
  });
}
