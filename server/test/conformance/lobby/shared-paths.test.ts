import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, call } from "../../helpers/http.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

const DOORS = ["lobby", "pairing", "lobby,pairing", "rooms,tenant,direct"] as const;
type Doors = (typeof DOORS)[number];

const servers = new Map<Doors, TestServer>();
beforeAll(async () => {
  for (const doors of DOORS) servers.set(doors, await startServer({ DIALECTS: doors }));
});
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())));

/** Whose answer it is, and its status. */
function told({ status, body }: Answer): string {
  if (typeof body.error === "string" || body.ok === true || "client1" in body) return `pairing ${status}`;
  const { code } = (body.error ?? {}) as { code?: string };
  return code === "NOT_FOUND" ? "nobody 404" : `lobby ${status}`;
}

let codes = 0;
const pending = () => ({ joinid: `code-${codes++}`, exp: "2100-01-01T00:00:00Z", client1: "device" });

/** A request, and whose it is with the lobby alone, with pairing alone, and with both. */
const CASES: [string, () => { path?: string; json?: unknown }, string, string, string][] = [
  ["POST the lobby's body", () => ({ json: { name: "x" } }), "lobby 201", "pairing 400", "lobby 201"],
  ["POST pairing's body", () => ({ json: pending() }), "lobby 400", "pairing 201", "pairing 201"],
  ["POST both bodies in one", () => ({ json: { name: "x", ...pending() } }), "lobby 400", "pairing 201", "pairing 201"],
  ["POST a joinid", () => ({ json: { joinid: "x" } }), "lobby 400", "pairing 400", "pairing 400"],
  ["POST an exp that is null", () => ({ json: { exp: null } }), "lobby 400", "pairing 400", "pairing 400"],
  ["POST a name and client1", () => ({ json: { name: "x", client1: "" } }), "lobby 400", "pairing 400", "pairing 400"],
  ["POST nothing", () => ({ json: {} }), "lobby 400", "pairing 400", "lobby 400"],
  ["POST an array", () => ({ json: ["joinid"] }), "lobby 400", "pairing 400", "lobby 400"],
  ["POST text", () => ({ json: "joinid" }), "lobby 400", "pairing 400", "lobby 400"],
  ["POST null", () => ({ json: null }), "lobby 400", "pairing 400", "lobby 400"],
  ["GET", () => ({}), "lobby 200", "pairing 400", "lobby 200"],
  ["GET with a limit", () => ({ path: "?limit=5" }), "lobby 200", "pairing 400", "lobby 200"],
  ["GET a roomid", () => ({ path: "?roomid=x" }), "lobby 200", "pairing 404", "pairing 404"],
  ["GET an empty roomid", () => ({ path: "?roomid=" }), "lobby 200", "pairing 400", "pairing 400"],
  ["GET a roomid without a sign", () => ({ path: "?roomid" }), "lobby 200", "pairing 400", "pairing 400"],
  ["GET two roomids", () => ({ path: "?roomid=a&roomid=b" }), "lobby 200", "pairing 400", "pairing 400"],
  ["GET a ROOMID", () => ({ path: "?ROOMID=x" }), "lobby 200", "pairing 400", "lobby 200"],
];

describe.each(CASES)("lobby-rest-9: %s", (_, request, lobby, pairing, both) => {
  it.each<[Doors, string]>([
    ["lobby", lobby],
    ["pairing", pairing],
    ["lobby,pairing", both],
    ["rooms,tenant,direct", "nobody 404"],
  ])("with %s is for %s", async (doors, expected) => {
    const { path = "", ...init } = request();
    expect(told(await call(`${servers.get(doors)?.url}/api/rooms${path}`, init))).toBe(expected);
  });
});

describe("lobby-rest-10: with the lobby's door closed", () => {
  it.each(["pairing", "rooms,tenant,direct"] as const)("its room is nowhere: %s", async (doors) => {
    expect((await call(`${servers.get(doors)?.url}/api/rooms/some-room`)).status).toBe(404);
    expect((await call(`${servers.get(doors)?.url}/health`)).status).toBe(200);
  });
});
