import type { EjectReason } from "@chamcall/protocol";
import type { ErrorCode } from "@chamcall/protocol/errors";

/** The refusal that says the same as an ejection, for wires that have no word for it. */
export const ejectionCodes: Record<EjectReason, ErrorCode> = {
  removed: "REMOVED",
  replaced: "REPLACED",
  ended: "ROOM_ENDED",
};
