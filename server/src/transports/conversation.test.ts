import { PassThrough } from "node:stream";
import type { Socket } from "socket.io";
import { beforeEach, describe, expect, it } from "vitest";
import type { Command } from "../core/commands.ts";
import type { Core } from "../core/core.ts";
import { Refusal } from "../core/errors.ts";
import type { Link } from "../core/link.ts";
import type { Reply } from "../core/reply.ts";
import { tenant } from "../dialects/tenant/index.ts";
import { Conversation } from "./conversation.ts";

let log: unknown[];
let link: Link;

/** A core that lets everything pass and hands out the link it was given. */
const core = {
  connect(given: Link) {
    link = given;
    return {
      perform(decode: () => Command): Reply {
        try {
          decode();
          return { ok: true };
        } catch (cause) {
          return { ok: false, refusal: Refusal.from(cause) };
        }
      },
      end: () => {},
    };
  },
} as Partial<Core> as Core;

function socketThatIs(connected: boolean): Socket {
  return {
    connected,
    emit: (...message: unknown[]) => log.push(message) > 0,
    conn: { writeBuffer: [], request: { socket: new PassThrough() } },
    handshake: { auth: {} },
    disconnect: () => log.push("disconnect"),
  } as unknown as Socket;
}

beforeEach(() => {
  log = [];
});

describe("before the connection is confirmed", () => {
  it("keeps what is sent, and the end of it, in order", () => {
    const conversation = new Conversation(socketThatIs(false), tenant, core, "address");
    link.send({ type: "resumed", received: 3 });
    link.send({ type: "participant-left", userId: "ann", reason: "left" }, 7);
    link.send({ type: "ejected", reason: "replaced" }, 8);
    link.close();
    expect(log).toEqual([]);
    conversation.confirmed();
    expect(log).toEqual([
      ["resumed", { received: 3 }],
      ["user-left", { userId: "ann", reason: "left" }, 7],
      ["ejected", { reason: "replaced" }, 8],
      "disconnect",
    ]);
  });
});

describe("afterwards", () => {
  it("sends and ends at once", () => {
    new Conversation(socketThatIs(true), tenant, core, "address");
    link.send({ type: "resumed", received: 3 });
    link.close();
    expect(log).toEqual([["resumed", { received: 3 }], "disconnect"]);
  });

  it.each<[string, unknown[]]>([
    ["data and acknowledgement", [{}, (body: unknown) => log.push(body)]],
    ["data, number and acknowledgement", [{}, 1, (body: unknown) => log.push(body)]],
    ["an acknowledgement alone", [(body: unknown) => log.push(body)]],
  ])("acknowledges a message with %s", (_, args) => {
    new Conversation(socketThatIs(true), tenant, core, "address").receive("leave-room", args);
    expect(log).toEqual([{ ok: true }]);
  });

  it("answers a refusal as an event where no acknowledgement is asked for", () => {
    new Conversation(socketThatIs(true), tenant, core, "address").receive("nonsense", []);
    expect(log).toEqual([["error", { code: "UNKNOWN_EVENT", message: expect.any(String) }]]);
  });
});
