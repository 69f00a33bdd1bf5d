import {
  AppId,
  type AppInfo,
  AppLimitsBody,
  type AppList,
  AppOriginsBody,
  CreateAppBody,
  type CreateAppReply,
  RotateSecretBody,
  type RotateSecretReply,
} from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import Type, { type Static } from "typebox";
import { appInfo } from "../../../core/apps/app-info.ts";
import type { Core } from "../../../core/core.ts";
import { requireAdmin } from "../../admin-auth.ts";
import { compileCheck } from "../../compile-check.ts";

const checkRotation = compileCheck(RotateSecretBody, "body");
const Params = Type.Object({ appId: AppId });
type Params = Static<typeof Params>;

/** Everything under `/api/admin/v1/apps`: apps as their operator manages them. */
export async function registerAdminApps(app: FastifyInstance, core: Core, adminToken: string): Promise<void> {
  await app.register(
    (admin, _options, done) => {
      // Before the body is read: whoever may not ask learns nothing of what would be valid.
      admin.addHook("onRequest", requireAdmin(core, adminToken));
      admin.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));
      registerMaking(admin, core);
      registerChanging(admin, core);
      done();
    },
    { prefix: "/api/admin/v1/apps" },
  );
}

function registerMaking(admin: FastifyInstance, { apps }: Core): void {
  admin.get("/", async (): Promise<AppList> => ({ apps: (await apps.list()).map(appInfo) }));

  admin.post<{ Body: CreateAppBody }>(
    "/",
    { schema: { body: CreateAppBody } },
    async (request, reply): Promise<CreateAppReply> => {
      const { app, appSecret } = await apps.create(request.body);
      reply.code(201);
      return { ...appInfo(app), appSecret };
    },
  );

  admin.get<{ Params: Params }>(
    "/:appId",
    { schema: { params: Params } },
    async (request): Promise<AppInfo> => appInfo(await apps.find(request.params.appId)),
  );
}

function registerChanging(admin: FastifyInstance, { apps }: Core): void {
  admin.post<{ Params: Params; Body: RotateSecretBody | undefined }>(
    "/:appId/rotate",
    { schema: { params: Params } },
    async (request): Promise<RotateSecretReply> => {
      const { appId } = request.params;
      const { formerSeconds } = checkRotation(request.body ?? {});
      const { appSecret, formerUntil } = await apps.rotate({
        appId,
        formerMs: formerSeconds === undefined ? undefined : formerSeconds * 1000,
      });
      return { appId, appSecret, formerUntil: new Date(formerUntil).toISOString() };
    },
  );

  admin.put<{ Params: Params; Body: AppOriginsBody }>(
    "/:appId/origins",
    { schema: { params: Params, body: AppOriginsBody } },
    async (request): Promise<AppInfo> => appInfo(await apps.change(request.params.appId, request.body)),
  );

  admin.put<{ Params: Params; Body: AppLimitsBody }>(
    "/:appId/limits",
    { schema: { params: Params, body: AppLimitsBody } },
    async (request): Promise<AppInfo> => appInfo(await apps.change(request.params.appId, { limits: request.body })),
  );

  for (const [action, disabled] of [
    ["disable", true],
    ["enable", false],
  ] as const) {
    admin.post<{ Params: Params }>(
      `/:appId/${action}`,
      { schema: { params: Params } },
      async (request): Promise<AppInfo> => appInfo(await apps.change(request.params.appId, { disabled })),
    );
  }
}
