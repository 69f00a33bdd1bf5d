import {
  answers,
  events,
  NativeAuth,
  Refused,
  requests,
  seatEvents,
  seatRequests,
  userEvents,
  userRequests,
  WireError,
} from "../../../protocol/src/index.ts";
import { examples } from "./examples.mjs";
import { byName } from "./shared-schemas.mjs";

/** Events that start a count, or stand outside of it. */
const UNNUMBERED = ["joined-room", "resumed", "error"];
const ROOM = { name: "room", description: "On a connection with a room token." };
const PEOPLE = { name: "people", description: "On a connection with a user token." };
const SEQ = {
  type: "object",
  properties: {
    seq: {
      type: "integer",
      minimum: 1,
      description: "Number of this message within the seat: the argument behind the payload.",
    },
  },
};

/** @typedef {object & {description?: string}} Schema a TypeBox schema; it is its own JSON Schema */

/**
 * Every message of the native protocol by its key in the document: `handshake`, `handshake.refused`, `request.<name>`,
 * `reply.<name>` for requests that ask for something, `reply.done`, `reply.refused`, `event.<name>`.
 * @returns {Record<string, object>}
 */
export function nativeMessages() {
  return Object.assign(
    {
      handshake: message("auth", NativeAuth, examples.auth, [ROOM, PEOPLE]),
      "handshake.refused": message(
        "connect_error",
        { ...WireError, description: "`data` of the client's `connect_error`." },
        [examples.refusedHandshake],
      ),
    },
    each("request", requests, (name, schema) => {
      const tags = tagsOf(name, seatRequests, userRequests);
      return message(name, schema, [Reflect.get(examples.requests, name)], tags, tags.includes(ROOM));
    }),
    each("reply", answers, (name, schema) =>
      message(name, acknowledged(schema), [{ ok: true, ...Reflect.get(examples.answers, name) }]),
    ),
    {
      "reply.done": message("done", acknowledged({ description: "Carried out." }), [{ ok: true }]),
      "reply.refused": message("refused", { ...Refused, description: "Not carried out; `x-errors` has the codes." }, [
        examples.refused,
      ]),
    },
    each("event", events, (name, schema) => {
      const tags = tagsOf(name, seatEvents, userEvents);
      const isNumbered = tags.includes(ROOM) && !UNNUMBERED.includes(name);
      return message(name, schema, [Reflect.get(examples.events, name)], tags, isNumbered);
    }),
  );
}

/**
 * @param {string} kind
 * @param {Record<string, Schema>} schemas
 * @param {(name: string, schema: Schema) => object} make
 */
function each(kind, schemas, make) {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${kind}.${name}`, make(name, schema)]));
}

/** What is in neither table is for both. @param {string} name @param {object} seat @param {object} user */
function tagsOf(name, seat, user) {
  return [ROOM, PEOPLE].filter((tag) => !Object.hasOwn(tag === ROOM ? user : seat, name));
}

/**
 * @param {string} name on the wire
 * @param {Schema} schema
 * @param {unknown[]} payloads that show it
 * @param {object[]} [tags]
 * @param {boolean} [isNumbered]
 */
function message(name, { description, ...payload }, payloads, tags, isNumbered = false) {
  return {
    name,
    ...(description && { summary: description }),
    ...(tags && { tags }),
    ...(isNumbered && { headers: SEQ }),
    payload: byName(payload),
    examples: payloads.map((each) => ({ payload: each })),
  };
}

/** @param {Schema & {properties?: object, required?: string[]}} answer */
function acknowledged({ properties = {}, required = [], description }) {
  return {
    type: "object",
    required: ["ok", ...required],
    properties: { ok: { type: "boolean", const: true }, ...properties },
    ...(description && { description }),
  };
}
