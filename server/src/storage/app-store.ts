import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { AppPatch, AppSecret, TenantApp } from "../core/apps/app.ts";
import type { AppStore } from "../core/ports.ts";
import type { AppRow, AppSecretRow, Tables } from "./tables.ts";

/** AppStore over any engine that Kysely speaks to. */
export function createAppStore(db: Kysely<Tables>): AppStore {
  async function find(appId: string): Promise<TenantApp | undefined> {
    const row = await db.selectFrom("apps").selectAll().where("app_id", "=", appId).executeTakeFirst();
    return row && toApp(row);
  }

  return {
    find,

    create(app, secret) {
      return db.transaction().execute(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto("apps")
          .values(toRow(app))
          .onConflict((conflict) => conflict.column("app_id").doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await trx
          .insertInto("app_secrets")
          .values(toSecretRow(app.appId, { ...secret, expiresAt: null }))
          .execute();
        return true;
      });
    },

    async list() {
      const rows = await db.selectFrom("apps").selectAll().orderBy("created_at").orderBy("app_id").execute();
      return rows.map(toApp);
    },

    async update(appId, patch) {
      const changes = toChanges(patch);
      if (Object.keys(changes).length === 0) return find(appId);
      const row = await db
        .updateTable("apps")
        .set(changes)
        .where("app_id", "=", appId)
        .returningAll()
        .executeTakeFirst();
      return row && toApp(row);
    },

    async secretsOf(appId, now) {
      const rows = await db
        .selectFrom("app_secrets")
        .selectAll()
        .where("app_id", "=", appId)
        .where((secret) => secret.or([secret("expires_at", "is", null), secret("expires_at", ">", now)]))
        .execute();
      return rows.map(({ hash, created_at, expires_at }) => ({ hash, createdAt: created_at, expiresAt: expires_at }));
    },

    rotate(appId, secret, formerUntil) {
      return db.transaction().execute(async (trx) => {
        // Holds the app against another rotation at the same moment: there is one current secret.
        const { numUpdatedRows } = await trx
          .updateTable("apps")
          .set((app) => ({ name: app.ref("name") }))
          .where("app_id", "=", appId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        // The one before the current one goes at once: no more than two are ever good.
        await trx.deleteFrom("app_secrets").where("app_id", "=", appId).where("expires_at", "is not", null).execute();
        await trx.updateTable("app_secrets").set({ expires_at: formerUntil }).where("app_id", "=", appId).execute();
        await trx
          .insertInto("app_secrets")
          .values(toSecretRow(appId, { ...secret, expiresAt: null }))
          .execute();
        return true;
      });
    },
  };
}

function toChanges({ disabledAt, allowedOrigins, limits }: AppPatch): Partial<AppRow> {
  return {
    ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
    ...(allowedOrigins === undefined ? {} : { allowed_origins: JSON.stringify(allowedOrigins) }),
    ...(limits === undefined
      ? {}
      : { max_rooms: limits.maxRooms, max_participants: limits.maxParticipants, join_rate: limits.joinRate }),
  };
}

function toApp(row: AppRow): TenantApp {
  return {
    appId: row.app_id,
    name: row.name,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    allowedOrigins: JSON.parse(row.allowed_origins) as string[],
    limits: { maxRooms: row.max_rooms, maxParticipants: row.max_participants, joinRate: row.join_rate },
  };
}

function toRow(app: TenantApp): AppRow {
  return {
    app_id: app.appId,
    name: app.name,
    created_at: app.createdAt,
    disabled_at: app.disabledAt,
    allowed_origins: JSON.stringify(app.allowedOrigins),
    max_rooms: app.limits.maxRooms,
    max_participants: app.limits.maxParticipants,
    join_rate: app.limits.joinRate,
  };
}

function toSecretRow(appId: string, { hash, createdAt, expiresAt }: AppSecret): AppSecretRow {
  return { secret_id: randomUUID(), app_id: appId, hash, created_at: createdAt, expires_at: expiresAt };
}
