import { answers, errors, events, requests } from "../../../protocol/src/index.ts";
import { nativeMessages } from "./native-messages.mjs";
import { sharedSchemas } from "./shared-schemas.mjs";

const DESCRIPTION = `Socket.IO 4 on \`/ws\`, default namespace, over WebSocket or HTTP long-polling. A message's \`name\` is the
event's name, its payload the first argument, the header \`seq\` the second; a reply is the acknowledgement. Seen from the
server: \`receive\` is what a client sends. docs/protocols/native.md tells the story, the rules and the limits.`;

const SECURITY = {
  roomToken: bearer("From `POST /room/:roomId/join`, `call-accepted` or `renew-credentials`. Enters its room."),
  userToken: bearer("From `POST /user/:userId/sign-in` or `renew-credentials`. Puts its user online on this device."),
};

/** @param {string} description */
function bearer(description) {
  return {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: `${description} Not a header: \`token\` of the message \`handshake\`.`,
  };
}

/**
 * The AsyncAPI 3 document of the native protocol, from its schemas.
 * @param {{version: string}} about
 * @returns {object}
 */
export function nativeDocument({ version }) {
  const messages = nativeMessages();
  const security = Object.keys(SECURITY).map((name) => ref("components", "securitySchemes", name));
  return {
    asyncapi: "3.0.0",
    info: {
      title: "ChamCall, the native protocol",
      version,
      description: DESCRIPTION.replaceAll("\n", " "),
      license: { name: "MIT" },
    },
    defaultContentType: "application/json",
    servers: {
      local: { host: "localhost:3000", protocol: "ws", description: "As `npm start` leaves it.", security },
      deployed: {
        host: "{host}",
        protocol: "wss",
        description: "Behind a TLS proxy.",
        variables: { host: { default: "calls.example.com", description: "The host of `PUBLIC_URL`." } },
        security,
      },
    },
    channels: {
      ws: {
        address: "/ws",
        description: "One connection for each token.",
        messages: mapValues(messages, (_, key) => ref("components", "messages", key)),
      },
    },
    operations: {
      connect: operation("receive", "handshake", messages, [
        "event.joined-room",
        "event.resumed",
        "event.online",
        "handshake.refused",
      ]),
      ...operations("receive", "request", requests, messages, (name) => [
        Object.hasOwn(answers, name) ? `reply.${name}` : "reply.done",
        "reply.refused",
      ]),
      ...operations("send", "event", events, messages),
    },
    components: { messages, schemas: sharedSchemas(), securitySchemes: SECURITY },
    "x-errors": errors,
  };
}

/**
 * @param {"send" | "receive"} action
 * @param {string} kind
 * @param {object} names
 * @param {Record<string, object>} messages
 * @param {(name: string) => string[]} [repliesTo]
 */
function operations(action, kind, names, messages, repliesTo) {
  const keys = Object.keys(names).map((name) => [`${kind}.${name}`, repliesTo?.(name)]);
  return Object.fromEntries(keys.map(([key, replies]) => [key, operation(action, String(key), messages, replies)]));
}

/**
 * @param {"send" | "receive"} action
 * @param {string} key of its message
 * @param {Record<string, {summary?: string}>} messages
 * @param {unknown} [replies] keys of the messages that answer it
 */
function operation(action, key, messages, replies) {
  const channel = ref("channels", "ws");
  const inChannel = (/** @type {string} */ one) => ref("channels", "ws", "messages", one);
  const summary = messages[key]?.summary;
  return {
    action,
    channel,
    ...(summary && { summary }),
    messages: [inChannel(key)],
    ...(Array.isArray(replies) && { reply: { channel, messages: replies.map(inChannel) } }),
  };
}

/** @param {string[]} path */
function ref(...path) {
  return { $ref: `#/${path.join("/")}` };
}

/**
 * @template T, U
 * @param {Record<string, T>} from
 * @param {(value: T, key: string) => U} make
 * @returns {Record<string, U>}
 */
function mapValues(from, make) {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, make(value, key)]));
}
