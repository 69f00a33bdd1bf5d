import {
  type Call,
  ChamCallError,
  type DisconnectReason,
  getRoomMeta,
  type JoinOptions,
  joinRoom,
  type LocalMedia,
} from "@chamcall/client";
import type { RoomMeta } from "./room-meta.ts";
import type { RoomPhase } from "./room-phase.ts";
import type { RoomStorage } from "./room-storage.ts";

/** What someone gives to enter. */
export interface JoinRequest {
  displayName: string;
  password?: string;
  /** The preview; the call goes on with it. */
  media?: LocalMedia;
}

/** One visitor's way through one room; a small store for `useSyncExternalStore`. */
export interface RoomDoor {
  getSnapshot(): RoomPhase;
  subscribe(listener: () => void): () => void;
  /** Asks the server about the room (again). */
  load(): Promise<void>;
  /** Looks at the room again while waiting before it; what is shown stays where that fails. */
  refresh(): Promise<void>;
  join(request: JoinRequest): Promise<void>;
  /** Takes the seat of before the reload back; joins anew where it is gone. */
  rejoin(request: JoinRequest): Promise<void>;
  leave(): Promise<void>;
  /** Leaves and lets go of everything. */
  dispose(): void;
}

/** Parts that tests replace. */
interface DoorOptions {
  serverUrl?: string;
  storage: RoomStorage;
  joinRoom?: (options: JoinOptions) => Promise<Call>;
  getRoomMeta?: (serverUrl: string, roomId: string) => Promise<RoomMeta>;
}

/** Refusals after which the seat of before is gone but a normal join can work. */
const seatGone = new Set(["UNAUTHORIZED", "FORBIDDEN", "AUTH_REQUIRED", "AUTH_FAILED", "BAD_REQUEST", "NOT_FOUND"]);

/** Creates the store; nothing happens before `load`. */
export function createRoomDoor(roomId: string, options: DoorOptions): RoomDoor {
  const { storage, serverUrl } = options;
  const enter = options.joinRoom ?? joinRoom;
  const fetchMeta = options.getRoomMeta ?? getRoomMeta;
  const listeners = new Set<() => void>();
  let phase: RoomPhase = { phase: "loading" };
  let round = 0;
  let abort = new AbortController();
  let stopWatching = () => {};
  /** The seat just left, for going straight back in; unlike the stored one it doesn't survive the page. */
  let lastToken: string | undefined;
  const seat = () => storage.getToken(roomId) ?? lastToken;

  const set = (next: RoomPhase) => {
    phase = next;
    for (const listener of listeners) listener();
  };

  const door: RoomDoor = {
    getSnapshot: () => phase,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const mine = ++round;
      set({ phase: "loading" });
      try {
        const meta = await fetchMeta(serverUrl ?? location.origin, roomId);
        if (mine !== round) return;
        set(entrance(meta, seat() !== undefined));
      } catch (error) {
        if (mine === round) set(refused(error));
      }
    },
    async refresh() {
      if (phase.phase !== "ready" && phase.phase !== "password") return;
      const mine = round;
      const meta = await fetchMeta(serverUrl ?? location.origin, roomId).catch(() => undefined);
      if (meta === undefined || mine !== round) return;
      if (phase.phase === "ready" || phase.phase === "password") set(withMeta(phase, meta));
    },
    join: (request) => attempt(request, undefined),
    rejoin: (request) => attempt(request, seat()),
    async leave() {
      if (phase.phase !== "joined") return;
      storage.setToken(roomId, undefined);
      lastToken = phase.call.token;
      await phase.call.leave();
    },
    dispose() {
      round++;
      abort.abort();
      stopWatching();
      if (phase.phase === "joined") {
        storage.setToken(roomId, undefined);
        phase.call.leave().catch(() => {});
      }
      phase = { phase: "loading" };
    },
  };
  return door;

  async function attempt(request: JoinRequest, token: string | undefined): Promise<void> {
    if (phase.phase !== "ready" && phase.phase !== "password") return;
    const { meta } = phase;
    const mine = ++round;
    abort = new AbortController();
    set({ phase: "joining", meta });
    try {
      const ownerKey = storage.getOwnerKey(roomId);
      const call = await enter({
        roomId,
        signal: abort.signal,
        ...request,
        ...(serverUrl === undefined ? {} : { serverUrl }),
        ...(ownerKey === undefined ? {} : { ownerKey }),
        ...(token === undefined ? {} : { token, rejoin: true }),
        // At once: the room is owned even if this join fails later or is given up.
        onOwnerKey: (key) => storage.setOwnerKey(roomId, key),
      });
      if (mine !== round) return void call.leave().catch(() => {});
      set({ phase: "joined", call, meta });
      watch(call);
    } catch (error) {
      if (mine !== round) return;
      if (token !== undefined && error instanceof ChamCallError && seatGone.has(error.code)) {
        storage.setToken(roomId, undefined);
        lastToken = undefined;
        return door.load();
      }
      set(afterRefusal(error, meta));
    }
  }

  function watch(call: Call): void {
    const since = Date.now();
    let kept: string | undefined;
    const look = () => {
      const { state } = call.getSnapshot();
      if (state.state !== "disconnected") {
        if (call.token !== kept) storage.setToken(roomId, call.token);
        kept = call.token;
        return;
      }
      stopWatching();
      giveUpSeat(state.reason, call.token);
      set({
        phase: "left",
        reason: state.reason,
        ...(state.error === undefined ? {} : { error: state.error }),
        durationMs: Date.now() - since,
      });
    };
    stopWatching = call.subscribe(look);
    look();
  }

  function giveUpSeat(reason: DisconnectReason, token: string): void {
    switch (reason) {
      // A page that goes away leaves too, and a lost server may come back: both find the seat again.
      case "left":
      case "server-gone":
        return;
      case "replaced":
        lastToken = token;
        storage.setToken(roomId, undefined);
        return;
      case "removed":
      case "ended":
      case "refused":
        lastToken = undefined;
        storage.setToken(roomId, undefined);
    }
  }
}

function entrance(meta: RoomMeta, resumable: boolean): RoomPhase {
  return meta.passwordEnabled ? { phase: "password", meta, resumable } : { phase: "ready", meta, resumable };
}

/** The same entrance with newer facts; a password's error stays as long as there is a password. */
function withMeta(before: Extract<RoomPhase, { phase: "ready" | "password" }>, meta: RoomMeta): RoomPhase {
  if (before.phase === "password" && meta.passwordEnabled) return { ...before, meta };
  return entrance(meta, before.resumable);
}

function afterRefusal(error: unknown, meta: RoomMeta): RoomPhase {
  if (!(error instanceof ChamCallError)) return refused(error);
  switch (error.code) {
    case "AUTH_REQUIRED":
    case "AUTH_FAILED":
    case "TOO_MANY_ATTEMPTS": {
      const hint = error.hint ?? meta.passwordHint;
      return {
        phase: "password",
        meta: { ...meta, passwordEnabled: true, ...(hint === undefined ? {} : { passwordHint: hint }) },
        resumable: false,
        ...(error.code === "AUTH_REQUIRED" && !meta.passwordEnabled ? {} : { error }),
        ...retryAt(error),
      };
    }
    default:
      return refused(error);
  }
}

function refused(error: unknown): RoomPhase {
  if (error instanceof ChamCallError) return { phase: "refused", error, ...retryAt(error) };
  return { phase: "refused", error: new ChamCallError("INTERNAL", "Something went wrong. Try again.") };
}

function retryAt(error: ChamCallError): { retryAt?: number } {
  return error.retryAfterMs === undefined ? {} : { retryAt: Date.now() + error.retryAfterMs };
}
