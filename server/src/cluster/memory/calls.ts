import type { ActiveCall, RingingCall } from "../../core/calls/call.ts";
import { transition } from "../../core/calls/transition.ts";
import type { Calls } from "../../core/ports.ts";

/** Calls of a single node: atomic because nothing in a change awaits. */
export function createMemoryCalls(): Calls {
  const calls = new Map<string, RingingCall | ActiveCall>();
  /** The id of the call that a user is in, by app. */
  const busy = new Map<string, Map<string, string>>();

  const callOf = (appId: string, userId: string) => busy.get(appId)?.get(userId);

  function free({ appId, caller, callee }: RingingCall | ActiveCall): void {
    const users = busy.get(appId);
    users?.delete(caller.userId);
    users?.delete(callee.userId);
    if (users?.size === 0) busy.delete(appId);
  }

  return {
    async start(call) {
      const { appId, callId, caller, callee } = call;
      if (callOf(appId, caller.userId) !== undefined) return "caller-busy";
      if (callOf(appId, callee.userId) !== undefined) return "callee-busy";
      const users = busy.get(appId) ?? new Map<string, string>();
      busy.set(appId, users.set(caller.userId, callId).set(callee.userId, callId));
      calls.set(callId, call);
      return "started";
    },

    async apply(which, event) {
      const callId = typeof which === "string" ? which : callOf(which.appId, which.userId);
      const before = callId === undefined ? undefined : calls.get(callId);
      if (callId === undefined || !before) return { outcome: "gone" };
      const happened = typeof event === "function" ? event(before) : event;
      if (!happened) return { outcome: "unchanged", call: before };
      const result = transition(before, happened);
      if (result.outcome === "refused") return result;
      if (result.outcome === "unchanged") return { outcome: "unchanged", call: before };
      const { call } = result;
      if (call.state === "ended") {
        calls.delete(callId);
        free(before);
      } else {
        calls.set(callId, call);
      }
      return { outcome: "changed", before, call };
    },

    async of({ appId, userId }) {
      const callId = callOf(appId, userId);
      return callId === undefined ? undefined : calls.get(callId);
    },

    async busy(appId) {
      return new Set(busy.get(appId)?.keys());
    },

    async countActive(appId) {
      let active = 0;
      for (const call of calls.values()) if (call.state === "active" && call.appId === appId) active += 1;
      return active;
    },
  };
}
