import {
  type Call,
  type CallEvents,
  ChamCallError,
  type ChamCallErrorCode,
  createLocalMedia,
  type DisconnectReason,
  type JoinOptions,
  joinRoom,
  type LocalMedia,
  type LocalMediaOptions,
  type ParticipantSnapshot,
} from "@chamcall/client";
import type { VisitState } from "./visit-state.ts";

/** What the one who shows the call wants to hear; the names are those of `<VideoCall>`'s props. */
export interface VisitHandlers {
  joined(call: Call): void;
  left(end: CallEvents["disconnected"]): void;
  error(error: ChamCallError): void;
  participantJoined(participant: ParticipantSnapshot): void;
  participantLeft(gone: CallEvents["participantDisconnected"]): void;
}

/** A stay in a call from joining to its end, and again; a small store for `useSyncExternalStore`. */
export interface CallVisit {
  getSnapshot(): VisitState;
  subscribe(listener: () => void): () => void;
  /** Goes in; once more after an end, with the newest token. */
  enter(): void;
  leave(): void;
  /** Leaves, or gives up joining, and closes the devices. Nothing is told after that. */
  dispose(): void;
}

interface VisitOptions {
  join: Pick<JoinOptions, "serverUrl" | "roomId" | "displayName" | "userId"> & { token: string };
  devices: LocalMediaOptions;
  handlers: VisitHandlers;
  /** Parts that tests replace. */
  joinRoom?: (options: JoinOptions) => Promise<Call>;
  createMedia?: (options: LocalMediaOptions) => LocalMedia;
}

/** Refusals that pass by themselves. */
const passing: readonly ChamCallErrorCode[] = [
  "SERVER_UNREACHABLE",
  "DRAINING",
  "RATE_LIMITED",
  "ROOM_FULL",
  "INTERNAL",
  "CLOSED",
];
/** Ends after which the same seat can be taken again. */
const returnable: readonly DisconnectReason[] = ["left", "replaced", "server-gone"];
const deviceProblems = {
  "permission-denied": "The browser doesn’t allow it. Allow it beside the address, then turn it on again.",
  "not-found": "There is none on this device.",
  "in-use": "Another program is using it. Close that, then turn it on again.",
  unsupported: "This browser can’t use it here.",
} as const;

/** Creates the store; nothing happens before `enter`. */
export function createCallVisit(options: VisitOptions): CallVisit {
  const { handlers, devices } = options;
  const enterRoom = options.joinRoom ?? joinRoom;
  const createMedia = options.createMedia ?? createLocalMedia;
  const listeners = new Set<() => void>();
  let state: VisitState = { state: "joining" };
  let { token } = options.join;
  let end = () => {};

  const set = (next: VisitState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const begin = (): (() => void) => {
    const abort = new AbortController();
    const media = createMedia(devices);
    const stops: (() => void)[] = [];
    let inside: Call | undefined;
    const close = () => {
      if (abort.signal.aborted) return;
      abort.abort();
      for (const stop of stops) stop();
      if (inside) token = inside.token;
      // The call has said goodbye before its devices go.
      void inside?.leave().catch(() => {});
      media.dispose();
    };
    const joined = (call: Call) => {
      if (abort.signal.aborted) return void call.leave().catch(() => {});
      inside = call;
      stops.push(
        call.on("participantConnected", (participant) => handlers.participantJoined(participant)),
        call.on("participantDisconnected", (gone) => handlers.participantLeft(gone)),
        call.on("localMediaFailed", ({ source, reason }) =>
          handlers.error(
            new ChamCallError("DEVICE_UNAVAILABLE", `No ${source}. ${deviceProblems[reason]}`, { reason }),
          ),
        ),
        call.on("disconnected", (over) => {
          close();
          const again = over.error === undefined ? returnable.includes(over.reason) : isPassing(over.error);
          set({ state: "over", ...over, again });
          if (over.error) handlers.error(over.error);
          handlers.left(over);
        }),
      );
      set({ state: "joined", call });
      handlers.joined(call);
    };
    enterRoom({ ...options.join, token, media, signal: abort.signal }).then(joined, (cause: unknown) => {
      if (abort.signal.aborted) return;
      close();
      const error = asError(cause);
      set({ state: "refused", error, again: isPassing(error) });
      handlers.error(error);
    });
    return close;
  };

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter() {
      end();
      set({ state: "joining" });
      end = begin();
    },
    leave() {
      // What follows is told by the call itself.
      if (state.state === "joined") return void state.call.leave().catch(() => {});
      if (state.state !== "joining") return;
      end();
      set({ state: "over", reason: "left", again: true });
      handlers.left({ reason: "left" });
    },
    dispose() {
      end();
      listeners.clear();
    },
  };
}

function isPassing({ code }: ChamCallError): boolean {
  return passing.includes(code);
}

function asError(cause: unknown): ChamCallError {
  if (cause instanceof ChamCallError) return cause;
  return new ChamCallError("INTERNAL", "The call could not be started. Try again.", { cause });
}
