import { expect, it } from "vitest";
import { runExample } from "../helpers/run-example.ts";
import { startServer } from "../helpers/start-server.ts";

it("examples/native/ring.mjs signs in, rings, meets in the room and leaves", async () => {
  const server = await startServer();
  const { exitCode, lines, stderr } = await runExample("native/ring.mjs", server.url);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(lines).toEqual([
    "online: Ann",
    "online: Bob",
    "Bob's phone rings: Ann",
    "accepted by Bob",
    "in the room with Bob: Ann",
    "Bob heard webrtc-offer",
    "Ann heard webrtc-answer",
    "Bob heard a candidate from Ann",
    "the call is over: ended",
  ]);
  await server.close();
});

it("examples/native/ring.mjs says why it can't", async () => {
  const server = await startServer({ DIALECTS: "rooms" });
  const { exitCode, stderr } = await runExample("native/ring.mjs", server.url);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("cannot connect");
  await server.close();
});
