// A site with a call in its page. Its server gets a room token for each visitor; the page hands it to the frame.
// Usage: node examples/embed/server.mjs <address of ChamCall> [port]
// ChamCall has to allow the site: ALLOWED_ORIGINS=http://localhost:8080 npm start
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const [chamcall = "http://localhost:3000", port = "8080"] = process.argv.slice(2);
const page = await readFile(new URL("index.html", import.meta.url));

/** What the page needs to show the call; who the visitor is, a real site knows from its own session. */
async function ticketFor({ roomId, name }) {
  const reply = await fetch(`${chamcall}/room/${encodeURIComponent(roomId)}/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ displayName: name, unlisted: true }),
  });
  const { token, error } = await reply.json();
  if (!reply.ok) throw new Error(error.message);
  return { serverUrl: chamcall, roomId, token };
}

const server = createServer(async (request, response) => {
  const answer = (status, type, body) => response.writeHead(status, { "content-type": type }).end(body);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
  if (request.method === "GET" && pathname === "/") return answer(200, "text/html; charset=utf-8", page);
  if (request.method !== "POST" || pathname !== "/ticket") return answer(404, "text/plain", "Not found");
  try {
    const ticket = await ticketFor({
      roomId: searchParams.get("room") ?? "embed-example",
      name: searchParams.get("name") || "Visitor",
    });
    answer(200, "application/json", JSON.stringify(ticket));
  } catch (error) {
    answer(502, "application/json", JSON.stringify({ error: error.message }));
  }
});

server.listen(Number(port), "127.0.0.1", () => {
  console.log(`http://localhost:${server.address().port} shows calls of ${chamcall}`);
});
