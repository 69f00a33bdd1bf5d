import { afterEach, expect, it } from "vitest";
import { registerDirectly } from "../helpers/direct-client.ts";
import { runExample } from "../helpers/run-example.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer } from "../helpers/start-server.ts";
import { signInAndConnect } from "../helpers/user-client.ts";

afterEach(closeSockets);

it("examples/direct/call.mjs walks through the specification's flow", async () => {
  const server = await startServer();
  const { exitCode, lines, stderr } = await runExample("direct/call.mjs", server.url);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(lines).toEqual([
    "alice is registered",
    "bob is registered",
    "connected: alice, bob",
    "bob heard incoming_call from alice",
    "bob heard ice_candidate from alice",
    "alice heard call_answered from bob",
    "alice heard ice_candidate from bob",
    "there are active calls: true",
    "bob heard call_ended: ended",
  ]);
  await server.close();
});

it("examples/direct/call.mjs takes the names over, as the newest login does", async () => {
  const server = await startServer();
  const alice = await registerDirectly(server.url, "alice");
  const { exitCode } = await runExample("direct/call.mjs", server.url);
  expect(exitCode).toBe(0);
  await alice.events.next("force_disconnect");
  await server.close();
});

it("examples/direct/call.mjs says why it can't", async () => {
  const server = await startServer();
  await signInAndConnect(server.url, "bob");
  const taken = await runExample("direct/call.mjs", server.url);
  expect(taken.exitCode).toBe(1);
  expect(taken.lines.at(-1)).toMatch(/^bob: Someone else is online under that name/);
  await server.close();
  const shut = await startServer({ DIALECTS: "rooms" });
  const { exitCode, stderr } = await runExample("direct/call.mjs", shut.url);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("UNKNOWN_EVENT");
  await shut.close();
});
