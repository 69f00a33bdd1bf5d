import { type ActiveCall, type Call, joinRoom, type LocalMedia } from "@chamcall/client";
import { useEffect, useRef, useState } from "react";

/** A call's room from the way in: neither, once inside the call, or why not. */
interface CallRoomState {
  call?: Call;
  error?: unknown;
}

/** Enters the room of a call as soon as its camera and microphone are being opened, and leaves it with the component. */
export function useCallRoom(active: ActiveCall, name: string, media: LocalMedia | undefined): CallRoomState {
  const [state, setState] = useState<CallRoomState>({});
  // A newer token is for the same seat: no reason to enter again.
  const latest = useRef({ room: active.room, name });
  const { roomId } = active.room;
  useEffect(() => {
    if (media === undefined) return;
    const abort = new AbortController();
    const { room, name: displayName } = latest.current;
    const { signal } = abort;
    const joining = joinRoom({ roomId, token: room.token, displayName, media, keepSeat: true, signal });
    joining.then(
      (call) => !signal.aborted && setState({ call }),
      (error: unknown) => !signal.aborted && setState({ error }),
    );
    return () => {
      abort.abort();
      joining.then((call) => call.leave()).catch(() => {});
      setState({});
    };
  }, [roomId, media]);
  return state;
}
