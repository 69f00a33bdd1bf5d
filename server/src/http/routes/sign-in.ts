import { SignInBody, type SignInReply, UserId } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import Type, { type Static } from "typebox";
import type { Core } from "../../core/core.ts";
import { PUBLIC_APP } from "../../core/room.ts";
import type { ClientAddress } from "../client-address.ts";
import { socketOrigin } from "../socket-origin.ts";

const Params = Type.Object({ userId: UserId });
type Params = Static<typeof Params>;

/** `POST /user/:userId/sign-in`: a name in the public app for the web app and SDK. */
export function registerSignIn(
  app: FastifyInstance,
  core: Core,
  { clientAddress, publicUrl }: { clientAddress: ClientAddress; publicUrl: string | undefined },
): void {
  app.post<{ Params: Params; Body: SignInBody }>(
    "/user/:userId/sign-in",
    { schema: { params: Params, body: SignInBody } },
    async (request, reply): Promise<SignInReply> => {
      reply.header("cache-control", "no-store");
      const { userId } = request.params;
      const { displayName: name, userKey } = request.body;
      const key = { appId: PUBLIC_APP, userId };
      const { ttlSeconds: ttl, ...identity } = await core.signIn({
        key,
        name,
        userKey,
        address: clientAddress(request.raw),
      });
      return { userId, ...identity, ttl, signalingUrl: `${socketOrigin(request, publicUrl)}/ws` };
    },
  );
}
