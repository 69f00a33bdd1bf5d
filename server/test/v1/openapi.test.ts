import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fastify from "fastify";
import { describe, expect, it } from "vitest";
import { registerAppAuth } from "../../src/http/app-auth.ts";
import { registerAuthToken } from "../../src/http/routes/v1/auth-token.ts";
import { registerV1 } from "../../src/http/routes/v1.ts";
import { typeboxValidator } from "../../src/http/typebox-validator.ts";
import { startCore } from "../helpers/test-core.ts";

interface Operation {
  operationId: string;
  requestBody?: { content: { "application/json": { schema: object } } };
  responses: Record<string, { content?: { "application/json": { schema: object } } }>;
}

const read = (path: string) => readFileSync(join(import.meta.dirname, "../../../docs", path), "utf8");
const document = JSON.parse(read("openapi.json")) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, operation })),
);

describe("docs/openapi.json", () => {
  it("has the calls that the server answers, and no other", async () => {
    const { core, close } = await startCore();
    const app = fastify();
    app.setValidatorCompiler(typeboxValidator);
    const routes: string[] = [];
    app.addHook("onRoute", ({ method, url }) => {
      if (method !== "HEAD") routes.push(`${method} ${url.replace("/api/v1", "").replaceAll(/:(\w+)/g, "{$1}")}`);
    });
    registerAppAuth(app, () => "address");
    registerAuthToken(app, core);
    await registerV1(app, core, { publicUrl: undefined });
    await app.ready();
    expect(operations.map(({ call }) => call).toSorted()).toEqual(routes.toSorted());
    await app.close();
    await close();
  });

  it("names each of them once", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has schemas that what docs/rest-v1.md shows fits, each block of it", () => {
    const ajv = new Ajv2020({ strict: false });
    const bodies = operations.flatMap(({ operation: { requestBody, responses } }) =>
      [requestBody, responses["200"], responses["201"]].flatMap(
        (one) => one?.content?.["application/json"].schema ?? [],
      ),
    );
    const checks = bodies.map((schema) => ajv.compile(schema));
    const blocks = [...read("rest-v1.md").matchAll(/```json\n(.*?)```/gs)].map(([, text = ""]) => JSON.parse(text));
    expect(blocks.length).toBeGreaterThan(7);
    for (const block of blocks)
      expect(
        checks.some((fits) => fits(block)),
        JSON.stringify(block),
      ).toBe(true);
  });
});
