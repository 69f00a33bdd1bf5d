import { errors, limits, RoomId, UserId, WireError } from "../../../protocol/src/index.ts";
import { operations } from "./v1-operations.mjs";

/** @import { ErrorCode } from "../../../protocol/src/errors.ts" */
/** @import { Operation } from "./v1-operations.mjs" */

/** What every call can be refused with. @type {ErrorCode[]} */
const ALWAYS = ["BAD_REQUEST", "APP_UNAUTHORIZED", "APP_DISABLED", "TOO_MANY_ATTEMPTS", "RATE_LIMITED", "INTERNAL"];

const PARAMETERS = { roomId: RoomId, userId: UserId };

const SECURITY = {
  appId: { type: "apiKey", in: "header", name: "X-App-Id" },
  appKey: { type: "apiKey", in: "header", name: "X-App-Key" },
  appToken: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "From `POST /auth/token`." },
};

/**
 * The OpenAPI 3.1 document of REST v1, from the schemas that the server checks with.
 * @param {{version: string}} about
 * @returns {object}
 */
export function v1Document({ version }) {
  return {
    openapi: "3.1.0",
    info: {
      title: "ChamCall REST v1",
      version,
      description: "Rooms of apps, and tokens for those they let in. docs/rest-v1.md tells the story.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [
      { url: "http://localhost:3000/api/v1", description: "As `npm start` leaves it." },
      {
        url: "https://{host}/api/v1",
        variables: { host: { default: "calls.example.com", description: "The host of `PUBLIC_URL`." } },
      },
    ],
    security: [{ appId: [], appKey: [] }, { appToken: [] }],
    paths: paths(),
    components: {
      securitySchemes: SECURITY,
      schemas: { Refusal: { type: "object", required: ["error"], properties: { error: plain(WireError) } } },
    },
  };
}

/** @returns {Record<string, object>} */
function paths() {
  /** @type {Record<string, Record<string, object>>} */
  const all = {};
  for (const one of operations) all[one.path] = { ...all[one.path], [one.method]: operation(one) };
  return all;
}

/** @param {Operation} one */
function operation(one) {
  const { id, summary, body, bodyOptional = false, open = false, status, reply } = one;
  const parameters = [...pathParameters(one.path), ...queryParameters(one.query), ...(one.repeatable ? [KEY] : [])];
  return {
    operationId: id,
    summary,
    ...(open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: !bodyOptional, ...json(body) } } : {}),
    responses: { [status]: { description: "Done.", ...(reply ? json(reply) : {}) }, ...refusals(one) },
  };
}

const KEY = {
  name: "Idempotency-Key",
  in: "header",
  description: "The same key with the same body gets the same answer for 24 hours.",
  schema: { type: "string", minLength: 1, maxLength: limits.idempotencyKey, pattern: "^[!-~]+$" },
};

/** @param {string} path */
function pathParameters(path) {
  return Object.entries(PARAMETERS)
    .filter(([name]) => path.includes(`{${name}}`))
    .map(([name, schema]) => ({ name, in: "path", required: true, schema: plain(schema) }));
}

/** @param {object} [query] */
function queryParameters(query) {
  /** @type {Record<string, object>} */
  const properties = query ? Reflect.get(query, "properties") : {};
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", schema: plain(schema) }));
}

/** The refusals by status, each with its codes and what they say. @param {Operation} one */
function refusals({ refusals: own }) {
  const codes = [...ALWAYS, ...own];
  const byStatus = Object.groupBy(codes, (code) => String(errors[code].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some = []]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${errors[code].message}`).join(" "),
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } },
      },
    ]),
  );
}

/** @param {object} schema */
function json(schema) {
  return { content: { "application/json": { schema: plain(schema) } } };
}

/** The schema as plain JSON. @param {object} schema @returns {object} */
function plain(schema) {
  return JSON.parse(JSON.stringify(schema));
}
