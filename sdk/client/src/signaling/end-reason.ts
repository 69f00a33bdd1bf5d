import type { ChamCallError } from "../chamcall-error.ts";

/** What a refusal that ends the call means for it: the host, another page or the product may have ended it meanwhile. */
export function endReason({ code }: ChamCallError): "removed" | "replaced" | "ended" | "refused" {
  if (code === "REMOVED") return "removed";
  if (code === "ROOM_ENDED") return "ended";
  return code === "REPLACED" ? "replaced" : "refused";
}
