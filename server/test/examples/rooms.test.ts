import { expect, it } from "vitest";
import { runExample } from "../helpers/run-example.ts";
import { startServer } from "../helpers/start-server.ts";

it("examples/rooms/call.mjs walks through the specification's flow, password included", async () => {
  const server = await startServer();
  const { exitCode, lines, stderr } = await runExample("rooms/call.mjs", server.url, "sunny-mountain-42");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(lines).toEqual([
    `${server.url}/room/sunny-mountain-42 exists: false`,
    "ann owns the room: true",
    "a password is needed: true",
    "bob heard auth_required",
    "bob joined, others here: Ann",
    "ann heard user_joined: Bob",
    "bob heard offer_received from ann",
    "ann heard answer_received from bob",
    "bob heard ice_candidate_received from ann",
    "ann heard toggle_video: false",
    "ann heard user_left: bob",
  ]);
  await server.close();
});

it("examples/rooms/call.mjs says why it can't", async () => {
  const server = await startServer({ DIALECTS: "lobby" });
  const { exitCode, stderr } = await runExample("rooms/call.mjs", server.url);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("UNKNOWN_EVENT");
  await server.close();
});
