import { type Answer, call } from "./http.ts";

/** A time from now, as the spec writes it. */
export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** The six calls of the pairing spec, from one address. */
export function pairingRest(url: string, address?: string) {
  const headers: Record<string, string> = address === undefined ? {} : { "x-forwarded-for": address };
  const send = (method: string, path: string, json?: unknown): Promise<Answer> =>
    call(`${url}${path}`, json === undefined ? { method, headers } : { method, json, headers });
  return {
    send,
    create: (joinid: string, { exp = inMs(60_000), client1 = "client1" } = {}) =>
      send("POST", "/api/rooms", { joinid, exp, client1 }),
    accept: (joinid: string, client2 = "client2") => send("POST", "/api/rooms/accept", { joinid, client2 }),
    check: (joinid: string, client1 = "client1") => send("POST", "/api/rooms/check", { joinid, client1 }),
    room: (roomid: string) => send("GET", `/api/rooms?roomid=${encodeURIComponent(roomid)}`),
    remove: (roomid: string) => send("DELETE", "/api/rooms", { roomid }),
    purge: (deviceId: string) => send("POST", "/api/user/purge", { deviceId }),
  };
}

export type PairingRest = ReturnType<typeof pairingRest>;

/** A code, made and accepted; its room. */
export async function pairUp(rest: PairingRest, joinid: string, client1?: string, client2?: string): Promise<string> {
  await rest.create(joinid, client1 === undefined ? {} : { client1 });
  const { body } = await rest.accept(joinid, client2);
  return String(body.roomid);
}
