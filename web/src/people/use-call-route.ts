import type { UserAgentSnapshot } from "@chamcall/client";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { type CallState, callIn } from "./call-state.ts";

/** Into the call's room when it is accepted, and back to the people when it is over; without a trace in the history. */
export function useCallRoute({ state, call }: UserAgentSnapshot, hasIdentity: boolean): void {
  const navigate = useNavigate();
  const location = useLocation();
  const here = callIn(location.state);
  const active = call.state === "active" ? call : undefined;
  const roomId = active?.room.roomId;
  const callId = active?.callId;
  const isSettled = state.state === "online" || state.state === "refused" || call.state === "ended";
  const isOver = !hasIdentity || (active === undefined && isSettled);
  useEffect(() => {
    if (roomId !== undefined && callId !== undefined && here !== callId) {
      const next: CallState = { call: callId };
      void navigate(`/room/${encodeURIComponent(roomId)}`, { replace: true, state: next });
    } else if (isOver && here !== undefined) {
      void navigate("/people", { replace: true });
    }
  }, [roomId, callId, here, isOver, navigate]);
}
