import type { ActiveCall, EndedCall, UserAgent } from "@chamcall/client";
import { useEffect } from "react";
import { addRecentCall, type RecentCall } from "./recent-calls.ts";
import { recentCalls } from "./recent-calls-store.ts";
import { recentOutcome } from "./recent-outcome.ts";

/** Writes each call into the list of recent ones: when it begins, for the reload that loses its end, and when it ends. */
export function useRecordedCalls(agent: UserAgent | undefined): void {
  useEffect(() => {
    if (agent === undefined) return;
    const offs = [
      agent.on("callAccepted", (call) => record(call, "answered", call.since)),
      agent.on("callEnded", (call) => record(call, recentOutcome(call), Date.now() - (call.durationMs ?? 0))),
    ];
    return () => {
      for (const off of offs) off();
    };
  }, [agent]);
}

function record(call: ActiveCall | EndedCall, outcome: RecentCall["outcome"], at: number): void {
  const { callId = `at-${at}`, peer, video, direction } = call;
  const durationMs = call.state === "ended" ? call.durationMs : undefined;
  const line = { id: callId, ...peer, direction, video, outcome, at, ...(durationMs !== undefined && { durationMs }) };
  recentCalls.set(addRecentCall(recentCalls.get(), line));
}
