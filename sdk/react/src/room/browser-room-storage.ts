import type { RoomStorage } from "./room-storage.ts";

/** Owner keys in localStorage, tokens in sessionStorage; does without where the browser forbids storage. */
export const browserRoomStorage: RoomStorage = {
  getOwnerKey: (roomId) => read("localStorage", `chamcall.owner.${roomId}`),
  setOwnerKey: (roomId, ownerKey) => write("localStorage", `chamcall.owner.${roomId}`, ownerKey),
  getToken: (roomId) => read("sessionStorage", `chamcall.seat.${roomId}`),
  setToken: (roomId, token) => write("sessionStorage", `chamcall.seat.${roomId}`, token),
};

function read(area: "localStorage" | "sessionStorage", key: string): string | undefined {
  try {
    return window[area].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(area: "localStorage" | "sessionStorage", key: string, value: string | undefined): void {
  try {
    if (value === undefined) window[area].removeItem(key);
    else window[area].setItem(key, value);
  } catch {
    // Private mode or a full disk: the call works, it is only not remembered.
  }
}
