import type { Call, ChamCallError, DisconnectReason } from "@chamcall/client";

/** One person's stay in one call. `again`: entering once more can work. */
export type VisitState =
  | { readonly state: "joining" }
  | { readonly state: "joined"; readonly call: Call }
  /** Never got in. */
  | { readonly state: "refused"; readonly error: ChamCallError; readonly again: boolean }
  /** Was in. */
  | {
      readonly state: "over";
      readonly reason: DisconnectReason;
      readonly error?: ChamCallError;
      readonly again: boolean;
    };
