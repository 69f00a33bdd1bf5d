import { openPairingClient } from "../pairing-client.ts";
import type { Door } from "./door.ts";

const NAMES = { offer: "webrtc_offer", answer: "webrtc_answer", candidate: "ice_candidate" } as const;

/** Its wire knows a peer and nothing of them. */
export const pairingDoor: Door = {
  name: "pairing",
  tellsWho: false,
  async join(url, roomId) {
    const { send, events } = await openPairingClient(url);
    send("join_room", { roomId });
    const { participants } = await events.next("room_joined");
    if (participants === 2) await events.next("room_ready");
    return {
      name: "Device",
      userId: undefined,
      found: Array.from({ length: participants - 1 }, () => undefined),
      async arrival() {
        await events.next("room_ready");
        return undefined;
      },
      // Nobody else could be meant.
      signal(kind, payload) {
        send(NAMES[kind], "sdp" in payload ? { sdp: payload.sdp } : { candidate: payload });
      },
      async heard(kind) {
        if (kind === "candidate") {
          const { candidate } = await events.next(NAMES.candidate);
          return { from: undefined, payload: candidate as object };
        }
        const { sdp } = await events.next(NAMES[kind]);
        return { from: undefined, payload: { type: kind, sdp } };
      },
      leave: () => send("leave_room"),
      async departure() {
        await events.next("peer_left");
        return { userId: undefined, reason: "left" };
      },
    };
  },
};
