import { expect, it } from "vitest";
import { runExample } from "../helpers/run-example.ts";
import { startServer } from "../helpers/start-server.ts";

it("examples/lobby/chat.mjs walks through the specification's flow", async () => {
  const server = await startServer();
  const { exitCode, lines, stderr } = await runExample("lobby/chat.mjs", server.url);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(lines).toEqual([
    expect.stringMatching(/^created "Room Name": [0-9a-z]{12}$/),
    "alice joined, others here: 0",
    "bob joined, others here: Alice",
    "alice heard user-joined: Bob",
    "bob heard webrtc-offer",
    "alice heard webrtc-answer",
    "both heard ice-candidate",
    "alice heard user-left: left",
  ]);
  await server.close();
});

it("examples/lobby/chat.mjs says why it can't", async () => {
  const server = await startServer({ DIALECTS: "rooms" });
  const { exitCode, stderr } = await runExample("lobby/chat.mjs", server.url);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("creating a room: 404");
  await server.close();
});
