import { ADMIN_TOKEN, makeApp } from "./app.ts";
import { startServer, type TestServer } from "./start-server.ts";
import { type V1Client, v1Client } from "./v1-client.ts";

/** A server and the client of one app of it. */
export interface V1Server {
  server: TestServer;
  acme: V1Client;
  /** Another app. */
  newApp(more?: object): Promise<V1Client>;
}

export async function startV1(environment: Record<string, string> = {}): Promise<V1Server> {
  const server = await startServer({ ADMIN_TOKEN, ...environment });
  const newApp = async (more: object = {}) => v1Client(server.url, await makeApp(server.url, more));
  return { server, newApp, acme: await newApp() };
}
