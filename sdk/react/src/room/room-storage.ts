/** Where `useRoom` keeps what outlives a page: pass your own to keep it elsewhere. */
export interface RoomStorage {
  /** Proof of having made the room; for good. */
  getOwnerKey(roomId: string): string | undefined;
  setOwnerKey(roomId: string, ownerKey: string): void;
  /** The seat in the call; must not outlive the tab. `undefined` forgets it. */
  getToken(roomId: string): string | undefined;
  setToken(roomId: string, token: string | undefined): void;
}
