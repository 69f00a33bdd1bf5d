import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { createPasswords } from "./auth/passwords.ts";
import { keptSigningSecret } from "./auth/signing-secret.ts";
import { createTokens } from "./auth/tokens.ts";
import { createMemoryCluster } from "./cluster/memory/index.ts";
import type { Config } from "./config.ts";
import { provisionApp } from "./core/apps/provision-app.ts";
import { createCore } from "./core/core.ts";
import { createDialects } from "./dialects/index.ts";
import { createClientAddress } from "./http/client-address.ts";
import { createHttp } from "./http/http.ts";
import { createOriginCheck } from "./http/origins.ts";
import { openSqliteStorage } from "./storage/storage.ts";
import { createRawWs } from "./transports/raw-ws.ts";
import { createSocketIo } from "./transports/socket-io.ts";
import { createUpgradeRouter } from "./transports/upgrade-router.ts";
import { createIceServers } from "./turn/ice-servers.ts";

/** A running server. */
export interface App {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Refuses newcomers and tells the clients; they have `retryAfterMs` to make other plans. */
  drain(retryAfterMs: number): void;
  close(): Promise<void>;
}

const WEB_DIRECTORY = join(import.meta.dirname, "../../web/dist");

/** Wires everything by hand, and listens. */
export async function startApp(config: Config, { logger, version }: { logger: Logger; version: string }): Promise<App> {
  const now = Date.now;
  const storage = await openSqliteStorage(config.sqlitePath);
  const orphans = await storage.sessions.closeOrphans();
  if (orphans > 0) logger.warn({ sessions: orphans }, "closed sessions that an earlier run left open");

  if (config.firstApp) {
    const outcome = await provisionApp({ apps: storage.apps, now }, config.firstApp);
    logger.info({ appId: config.firstApp.appId }, `the app of APP_ID is ${outcome}`);
  }

  const core = createCore({
    ...createMemoryCluster(now),
    nodeId: randomUUID(),
    rooms: storage.rooms,
    sessions: storage.sessions,
    pairings: storage.pairings,
    apps: storage.apps,
    tokens: createTokens({
      secret: config.jwtSecret ?? keptSigningSecret(config.dataDir),
      ttlSeconds: config.turnTtlSeconds,
    }),
    passwords: createPasswords(),
    iceServersFor: createIceServers({
      stunUrls: config.stunUrls,
      turnUrls: config.turnUrls,
      secret: config.turnSecret,
      ttlSeconds: config.turnTtlSeconds,
    }),
    publish: ({ type, ...event }) => logger.info(event, type),
    report: (cause) => logger.error({ err: cause }, "a command failed"),
    now,
    policy: {
      maxParticipants: config.maxParticipants,
      joinRate: config.joinRate,
      apiRate: config.apiRate,
      messageRate: config.messageRate,
      callTimeoutMs: config.callTimeoutMs,
    },
  });

  const clientAddress = createClientAddress(config.trustProxy);
  const allowsOrigin = createOriginCheck(config.allowedOrigins, config.publicUrl);
  const everyDialect = createDialects(config);
  const dialects = config.dialects.map((name) => everyDialect[name]);
  const shared = { core, clientAddress, allowsOrigin };
  const transports = [...Map.groupBy(dialects, ({ claim }) => claim.path)].flatMap(([path, theirs]) =>
    path === "/"
      ? theirs.map((dialect) => createRawWs({ dialect, ...shared }))
      : createSocketIo({ path, dialects: theirs, ...shared }),
  );
  const router = createUpgradeRouter();
  const http = await createHttp({
    core,
    doors: new Set(config.dialects),
    production: config.production,
    pairingApi: config.pairingApi,
    clientAddress,
    allowsOrigin,
    allowedOrigins: config.allowedOrigins,
    adminToken: config.adminToken,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    webDirectory: WEB_DIRECTORY,
    version,
    logger,
    around: router.around,
  });
  router.attach(http.server, transports);
  await http.listen({ host: config.host, port: config.port });

  return {
    url: urlOf(http.server.address(), config.host),
    drain: (retryAfterMs) => core.drain(retryAfterMs),
    async close() {
      await core.close();
      await Promise.all(transports.map((transport) => transport.close()));
      await http.close();
      await storage.close();
    },
  };
}

function urlOf(address: AddressInfo | string | null, host: string): string {
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const everywhere = host === "0.0.0.0" || host === "::";
  return `http://${everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
