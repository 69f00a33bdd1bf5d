import type { Wire } from "./wire.ts";
import { openWsLine } from "./ws-line.ts";

const descriptions = { offer: "webrtc_offer", answer: "webrtc_answer" } as const;

/** The pairing spec's raw WebSocket; the bare relay over `ws` speaks it too. */
export const pairing: Wire = {
  enter: async (url, roomId, userId) => ({
    line: await openWsLine(url, { type: "join_room", roomId }, "room_joined"),
    id: userId,
  }),
  packet(kind, json) {
    if (kind === "candidate") return `{"type":"ice_candidate","candidate":${json}}`;
    const description = json.slice(`{"type":"${kind}",`.length);
    return `{"type":"${descriptions[kind]}",${description}`;
  },
};
