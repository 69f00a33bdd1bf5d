import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { runInThisContext } from "node:vm";
import type { Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openDirectClient } from "../../helpers/direct-client.ts";
import { call } from "../../helpers/http.ts";
import { isoTime } from "../../helpers/shapes.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { closeSockets, openSocket } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

// The specification's own examples, word for word.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

/** Runs a snippet with these names in its scope. */
function run(snippet: string, scope: Record<string, unknown>): void {
  const compiled: (...values: unknown[]) => void = runInThisContext(
    `(function (${Object.keys(scope).join()}) {${snippet}})`,
  );
  compiled(...Object.values(scope));
}

/** What a snippet logs. */
function fakeConsole() {
  const lines: unknown[][] = [];
  return { lines, console: { log: (...line: unknown[]) => void lines.push(line) } };
}

const CALL_FLOW = `
// User A registers
socket.emit('register_user', { userId: 'alice' });

// User A calls User B
socket.emit('make_call', {
  to: 'bob',
  from: 'alice',
  offer: sdpOffer
});

// User B receives call
socket.on('incoming_call', ({ from, offer }) => {
  console.log(\`Incoming call from \${from}\`);
});

// User B answers
socket.emit('answer_call', {
  to: 'alice',
  from: 'bob',
  answer: sdpAnswer
});

// User A receives answer
socket.on('call_answered', ({ from, answer }) => {
  console.log(\`\${from} answered the call\`);
});

// Exchange ICE candidates (both sides)
socket.emit('ice_candidate', {
  to: 'bob',
  from: 'alice',
  candidate: iceCandidate
});

socket.on('ice_candidate', ({ from, candidate }) => {
  peerConnection.addIceCandidate(candidate);
});

// End call
socket.emit('end_call', {
  to: 'bob',
  from: 'alice'
});
`;

/** The statements under one of the flow's comments. */
function step(comment: string): string {
  const steps = CALL_FLOW.split(/^\/\/ /m);
  return steps.find((one) => one.startsWith(comment))?.slice(comment.length) ?? expect.unreachable(comment);
}

it("direct-spec-1: the call flow example", async () => {
  const [a, b] = [await openDirectClient(server.url), await openDirectClient(server.url)];
  b.send("register_user", { userId: "bob" });
  await b.events.next("user_registered");
  const { console, lines } = fakeConsole();
  const added: unknown[] = [];
  const scope = {
    sdpOffer: offer,
    sdpAnswer: answer,
    iceCandidate: candidate(1),
    peerConnection: { addIceCandidate: (one: unknown) => void added.push(one) },
    console,
  };
  const as = ({ socket }: { socket: Socket }, comment: string) => run(step(comment), { socket, ...scope });
  const [sending, receiving] = step("Exchange ICE candidates (both sides)\n").split(/(?<=\}\);)\n\n/);

  as(b, "User B receives call\n");
  as(a, "User A receives answer\n");
  run(receiving ?? "", { socket: b.socket, ...scope });
  as(a, "User A registers\n");
  as(a, "User A calls User B\n");
  expect(await b.events.next("incoming_call")).toEqual({ from: "alice", offer });
  as(b, "User B answers\n");
  expect(await a.events.next("call_answered")).toEqual({ from: "bob", answer });
  run(sending ?? "", { socket: a.socket, ...scope });
  expect(await b.events.next("ice_candidate")).toEqual({ from: "alice", candidate: candidate(1) });
  as(a, "End call\n");
  expect(await b.events.next("call_ended")).toEqual({ from: "alice", reason: "ended" });

  expect(lines).toEqual([["Incoming call from alice"], ["bob answered the call"]]);
  expect(added).toEqual([candidate(1)]);
  expect(a.events.names).toEqual(["user_registered", "call_answered"]);
  expect(b.events.names).toEqual(["user_registered", "incoming_call", "ice_candidate", "call_ended"]);
});

const BROWSER_CONSOLE = `
// Connect to server
const socket = io('http://localhost:3000');

// Register user
socket.emit('register_user', { userId: 'testuser' });

// Listen for confirmation
socket.on('user_registered', (data) => {
  console.log('Registered:', data);
});
`;

it("direct-spec-2: the browser console example", async () => {
  const { console, lines } = fakeConsole();
  const io = (url: string) => {
    expect(url).toBe("http://localhost:3000");
    return openSocket(server.url, { autoConnect: true, transports: ["polling", "websocket"] });
  };
  run(BROWSER_CONSOLE, { io, console });
  await expect.poll(() => lines, { interval: 5 }).toEqual([["Registered:", { success: true, userId: "testuser" }]]);
});

/** The real one, or what it would send. */
async function curl(url: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("curl", ["-s", url]);
    return stdout;
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
    return (await call(url, { headers: { accept: "*/*" } })).text;
  }
}

it("direct-spec-3: curl http://localhost:3000", async () => {
  const text = await curl(server.url);
  expect(JSON.parse(text)).toEqual({
    status: "WebRTC Signaling Server Running",
    connectedUsers: expect.any(Number),
    activeCalls: 0,
    timestamp: isoTime,
  });
});

it("direct-spec-3: curl http://localhost:3000/users", async () => {
  const alice = await openDirectClient(server.url);
  alice.send("register_user", { userId: "alice" });
  await alice.events.next("user_registered");
  const text = await curl(`${server.url}/users`);
  const { connectedUsers, totalUsers } = JSON.parse(text) as { connectedUsers: string[]; totalUsers: number };
  expect(Object.keys(JSON.parse(text))).toEqual(["connectedUsers", "totalUsers"]);
  expect(connectedUsers).toContain("alice");
  expect(totalUsers).toBe(connectedUsers.length);
});

it("direct-spec-4: a page that opens / in a browser isn't told “Cannot GET /”", async () => {
  const browser = await call(server.url, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
  expect(browser.status).toBe(200);
  expect(browser.text).not.toContain("Cannot GET");
});
