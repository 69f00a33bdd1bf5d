import { describe, expect, it } from "vitest";
import { importsOf } from "./imports-of.mjs";
import { problemWith } from "./problem-with.mjs";

function problemsOf(file: string, source: string): string[] {
  return importsOf(source).flatMap((imported) => problemWith(file, imported) ?? []);
}

const refused: [file: string, source: string][] = [
  // core: nothing but itself, the protocol and what only computes
  ["server/src/core/rooms.ts", 'import { Kysely } from "kysely";'],
  ["server/src/core/rooms.ts", 'import type { Server } from "socket.io";'],
  ["server/src/core/rooms.ts", 'import { pino } from "pino";'],
  ["server/src/core/rooms.ts", 'import { readFile } from "node:fs/promises";'],
  ["server/src/core/rooms.ts", 'import { createServer } from "node:http";'],
  ["server/src/core/rooms.ts", 'const { DatabaseSync } = await import("node:sqlite");'],
  ["server/src/core/rooms.ts", 'import { config } from "../config.ts";'],
  ["server/src/core/rooms.ts", 'import { memoryCluster } from "../cluster/memory.ts";'],
  ["server/src/core/rooms/join.ts", 'export { memoryCluster } from "../../cluster/memory.ts";'],
  ["server/src/core/rooms.ts", 'import type { Dialect } from "../dialects/dialect.ts";'],
  ["server/src/core/rooms.ts", 'import "../storage/migrate.ts";'],
  // adapters: not from each other, not from above
  ["server/src/storage/rooms.ts", 'import { bus } from "../cluster/bus.ts";'],
  ["server/src/cluster/memory.ts", 'import { turn } from "../turn/turn.ts";'],
  ["server/src/storage/rooms.ts", 'import { roomRoutes } from "../http/rooms.ts";'],
  ["server/src/turn/turn.ts", 'import { app } from "../app.ts";'],
  ["server/src/config.ts", 'import { rooms } from "./core/rooms.ts";'],
  // dialects: not from one another, no adapter, no route, no I/O
  ["server/src/dialects/rooms/decode.ts", 'import { encode } from "../tenant/encode.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import type { X } from "../tenant/deep/x.ts";'],
  ["server/src/dialects/dialect.ts", 'import { rooms } from "./rooms/dialect.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import { rooms } from "../../storage/rooms.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import { route } from "../../http/route.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import { config } from "../../config.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import { Server } from "socket.io";'],
  ["server/src/dialects/rooms/decode.ts", 'import { readFileSync } from "node:fs";'],
  ["server/src/dialects/rooms/decode.ts", 'import { dialects } from "../index.ts";'],
  ["server/src/dialects/index.ts", 'import { upgradeRouter } from "../transports/upgrade-router.ts";'],
  // the rest of the house
  ["server/src/http/rooms.ts", 'import { createLogger } from "../logger.ts";'],
  ["server/src/http/rooms.ts", 'import { claim } from "../dialects/claim.ts";'],
  ["server/src/http/rooms.ts", 'import { socketIo } from "../transports/socket-io.ts";'],
  ["server/src/transports/socket-io.ts", 'import { createApp } from "../app.ts";'],
  ["server/src/app.ts", 'import "./main.ts";'],
  ["server/src/helpers/any.ts", 'import { rooms } from "../core/rooms.ts";'],
  ["server/src/main.ts", 'import { any } from "./helpers/any.ts";'],
  ["server/src/http/rooms.ts", 'import { joinRoom } from "@chamcall/client";'],
  ["server/src/http/rooms.ts", 'import { joinRoom } from "../../../sdk/client/src/index.ts";'],
  // the browser's side
  ["sdk/client/src/call/join-room.ts", 'import { createApp } from "@chamcall/server";'],
  ["sdk/client/src/call/join-room.test.ts", 'import { createApp } from "@chamcall/server";'],
  ["sdk/client/src/call/join-room.ts", 'import type { App } from "../../../../server/src/app.ts";'],
  ["sdk/client/src/call/join-room.ts", 'import { errors } from "@chamcall/protocol";'],
  ["sdk/client/src/call/join-room.ts", 'import { type Participant } from "@chamcall/protocol";'],
  ["sdk/client/src/index.ts", 'export * from "@chamcall/protocol";'],
  ["sdk/client/src/call/join-room.ts", 'import { useState } from "react";'],
  ["sdk/client/src/call/join-room.ts", 'import { randomUUID } from "node:crypto";'],
  ["sdk/react/src/hooks/use-room.ts", 'import { App } from "@chamcall/web";'],
  ["sdk/react/src/hooks/use-room.ts", 'import { App } from "../../../../web/src/app.tsx";'],
  ["sdk/react/src/hooks/use-room.ts", 'import { limits } from "@chamcall/protocol";'],
  ["web/src/main.tsx", 'import { createApp } from "@chamcall/server";'],
  ["web/src/main.tsx", 'import { createApp } from "../../server/src/app.ts";'],
  ["web/src/main.tsx", 'import { limits } from "@chamcall/protocol";'],
  ["web/src/main.tsx", 'import { readFile } from "node:fs";'],
  ["protocol/src/room.ts", 'import { createHash } from "node:crypto";'],
  ["protocol/src/room.ts", 'import type { Room } from "@chamcall/server";'],
];

const allowed: [file: string, source: string][] = [
  ["server/src/main.ts", 'import { config } from "./config.ts";\nimport { createApp } from "./app.ts";'],
  ["server/src/app.ts", 'import { rooms } from "./dialects/rooms/dialect.ts";\nimport { pino } from "pino";'],
  [
    "server/src/transports/socket-io.ts",
    'import { Server } from "socket.io";\nimport { claim } from "../dialects/claim.ts";',
  ],
  [
    "server/src/http/rooms.ts",
    'import { errors } from "@chamcall/protocol";\nimport { rooms } from "../core/rooms.ts";',
  ],
  [
    "server/src/storage/rooms.ts",
    'import { Kysely } from "kysely";\nimport type { RoomStore } from "../core/ports.ts";',
  ],
  ["server/src/storage/rooms.ts", 'import { open } from "./open.ts";\nimport { DatabaseSync } from "node:sqlite";'],
  ["server/src/core/rooms/join.ts", 'import { randomBytes } from "node:crypto";\nimport { x } from "../ports.ts";'],
  ["server/src/core/rooms/join.ts", 'import { limits } from "@chamcall/protocol";'],
  ["server/src/core/rooms/join.test.ts", 'import { memoryCluster } from "../../cluster/memory.ts";'],
  ["server/src/dialects/rooms/decode.ts", 'import { x } from "./wire/x.ts";\nimport { y } from "../dialect.ts";'],
  [
    "server/src/dialects/rooms/decode.ts",
    'import { Type } from "typebox";\nimport { Compile } from "typebox/compile";',
  ],
  [
    "sdk/client/src/call/join-room.ts",
    'import type { Room } from "@chamcall/protocol";\nimport { io } from "socket.io-client";',
  ],
  ["sdk/client/src/chamcall-error.ts", 'import { errors } from "@chamcall/protocol/errors";'],
  [
    "sdk/react/src/hooks/use-room.ts",
    'import { joinRoom } from "@chamcall/client";\nimport { useState } from "react";',
  ],
  ["web/src/main.tsx", 'import "@chamcall/react/styles.css";\nimport { createRoot } from "react-dom/client";'],
  ["protocol/src/room.ts", 'import { Type } from "typebox";\nimport { ids } from "./ids.ts";'],
  ["server/src/core/core.test.ts", 'import { roomOf } from "../../test/helpers/room.ts";'],
  ["bench/relay/main.ts", 'import { createApp } from "../../server/src/app.ts";'],
];

describe("the import rule of the house", () => {
  it.each(refused)("refuses in %s: %s", (file, source) => {
    expect(problemsOf(file, source)).toHaveLength(1);
  });

  it.each(allowed)("allows in %s: %s", (file, source) => {
    expect(problemsOf(file, source)).toEqual([]);
  });
});
