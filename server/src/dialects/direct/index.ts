import { acknowledge } from "../acknowledge.ts";
import type { Dialect } from "../dialect.ts";
import { createDecode } from "./decode.ts";
import { encode } from "./encode.ts";
import { respond } from "./respond.ts";
import { speaks } from "./speaks.ts";

/** The direct spec's Socket.IO contract on the default path; `auth` says whether a name needs a user token. */
export function createDirect({ auth }: { auth: "off" | "token" }): Dialect {
  return {
    name: "direct",
    claim: { at: "first-message", path: "/socket.io", speaks },
    decode: createDecode(auth),
    encode,
    acknowledge,
    respond,
  };
}
