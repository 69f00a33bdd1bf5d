import { useEffect, useMemo, useSyncExternalStore } from "react";
import { browserRoomStorage } from "../room/browser-room-storage.ts";
import { createRoomDoor, type JoinRequest } from "../room/room-door.ts";
import type { RoomPhase } from "../room/room-phase.ts";
import type { RoomStorage } from "../room/room-storage.ts";

/** What `useRoom` returns: where things stand and what can be done. */
export interface RoomHandle {
  state: RoomPhase;
  /** In "ready" and "password": asks how many are inside now. What is shown stays where that fails. */
  refresh(): Promise<void>;
  /** From "ready" or "password". How it goes shows in `state`. */
  join(request: JoinRequest): Promise<void>;
  /** Takes the seat of before a reload back, where there is one. */
  rejoin(request: JoinRequest): Promise<void>;
  leave(): Promise<void>;
  /** Starts over: asks the server about the room again. */
  reload(): Promise<void>;
}

/**
 * One visitor's way through a room: meta → ready or password → joining → joined → left.
 * Leaves the call when the component goes. `storage` must be stable between renders.
 */
export function useRoom(roomId: string, options: { serverUrl?: string; storage?: RoomStorage } = {}): RoomHandle {
  const { serverUrl, storage = browserRoomStorage } = options;
  const door = useMemo(
    () => createRoomDoor(roomId, { storage, ...(serverUrl === undefined ? {} : { serverUrl }) }),
    [roomId, serverUrl, storage],
  );
  useEffect(() => {
    void door.load();
    return () => door.dispose();
  }, [door]);
  const state = useSyncExternalStore(door.subscribe, door.getSnapshot);
  return { state, refresh: door.refresh, join: door.join, rejoin: door.rejoin, leave: door.leave, reload: door.load };
}
