import type { Call, CallEvents, ChamCallError, ParticipantSnapshot } from "@chamcall/client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type CallVisit, createCallVisit } from "./call-visit.ts";
import type { VisitState } from "./visit-state.ts";

/** Which call to enter, and what to hear of it. */
export interface CallVisitOptions {
  /** Where ChamCall runs: `https://calls.example.com`. */
  backendUrl: string;
  roomId: string;
  /** Room token, from the server's `join` for this room. */
  token: string;
  userId?: string;
  userName?: string;
  /** Default true. */
  startWithAudio?: boolean;
  /** Default true. */
  startWithVideo?: boolean;
  /** In the call; `call` does all that the bar does and more. */
  onJoined?: (call: Call) => void;
  /** The call is over: `left`, `removed`, `replaced`, `server-gone` or `refused`. */
  onLeft?: (end: CallEvents["disconnected"]) => void;
  /** Not let in, thrown out, or a device that can't be used (DEVICE_UNAVAILABLE); its message can be shown. */
  onError?: (error: ChamCallError) => void;
  /** Someone came after oneself. */
  onParticipantJoined?: (participant: ParticipantSnapshot) => void;
  onParticipantLeft?: (gone: CallEvents["participantDisconnected"]) => void;
}

/** Enters when the component appears and leaves when it goes. */
export function useCallVisit(options: CallVisitOptions): {
  state: VisitState;
  enter: () => void;
  leave: () => void;
} {
  const { backendUrl, roomId, token } = options;
  const [visit, setVisit] = useState<CallVisit>();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const { userId, userName, startWithAudio = true, startWithVideo = true } = latest.current;
    const created = createCallVisit({
      join: { serverUrl: backendUrl, roomId, token, displayName: userName ?? userId ?? "", ...(userId && { userId }) },
      devices: { microphone: startWithAudio, camera: startWithVideo },
      handlers: {
        joined: (call) => latest.current.onJoined?.(call),
        left: (end) => latest.current.onLeft?.(end),
        error: (error) => latest.current.onError?.(error),
        participantJoined: (participant) => latest.current.onParticipantJoined?.(participant),
        participantLeft: (gone) => latest.current.onParticipantLeft?.(gone),
      },
    });
    setVisit(created);
    created.enter();
    return () => created.dispose();
  }, [backendUrl, roomId, token]);
  const state = useSyncExternalStore(visit?.subscribe ?? never, visit?.getSnapshot ?? joining, joining);
  const enter = useCallback(() => visit?.enter(), [visit]);
  const leave = useCallback(() => visit?.leave(), [visit]);
  return { state, enter, leave };
}

const before: VisitState = { state: "joining" };

function joining(): VisitState {
  return before;
}

function never(): () => void {
  return () => {};
}
