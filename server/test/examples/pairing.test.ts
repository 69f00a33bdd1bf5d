import { expect, it } from "vitest";
import { runExample } from "../helpers/run-example.ts";
import { startServer } from "../helpers/start-server.ts";

const accepted = /^POST \/api\/rooms\/accept: 200 \{"roomid":"([0-9a-f-]{36})"\}$/;

it("examples/pairing/pair.mjs walks through the specification's sequence, and meets", async () => {
  const server = await startServer();
  const { exitCode, lines, stderr } = await runExample("pairing/pair.mjs", server.url);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const roomid = accepted.exec(lines[2] ?? "")?.[1];
  expect(lines.slice(0, 4)).toEqual([
    'POST /api/rooms: 201 {"ok":true}',
    "POST /api/rooms/check: 204 {}",
    expect.stringMatching(accepted),
    `POST /api/rooms/check: 200 {"roomid":"${roomid}"}`,
  ]);
  const told = (name: string) => lines.slice(4).filter((line) => line.startsWith(`${name} `));
  expect(told("phone")).toEqual([
    "phone heard connected",
    "phone heard room_joined",
    "phone heard room_ready",
    "phone is the initiator: true",
    "phone heard webrtc_answer",
    "phone heard peer_left",
  ]);
  expect(told("laptop")).toEqual([
    "laptop heard connected",
    "laptop heard room_joined",
    "laptop heard room_ready",
    "laptop heard webrtc_offer",
    "laptop heard ice_candidate",
    "laptop heard left_room",
  ]);
  await server.close();
});

it("examples/pairing/pair.mjs says why it can't", async () => {
  const server = await startServer({ USE_SQLITE: "0" });
  const { exitCode, lines } = await runExample("pairing/pair.mjs", server.url);
  expect(exitCode).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/^POST \/api\/rooms: 503 .*USE_SQLITE=1/)]);
  await server.close();
});
