import type { ChamCallError } from "../chamcall-error.ts";

/** What a refusal that ends the call means for it: the host or another page may have ended it meanwhile. */
export function endReason({ code }: ChamCallError): "removed" | "replaced" | "refused" {
  if (code === "REMOVED") return "removed";
  return code === "REPLACED" ? "replaced" : "refused";
}
