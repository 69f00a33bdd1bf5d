import type { JoinRoomReply } from "@chamcall/protocol";
import { connect } from "./connect.ts";
import { engineLine } from "./engine-line.ts";
import type { Wire } from "./wire.ts";

const events = { offer: "webrtc-offer", answer: "webrtc-answer", candidate: "ice-candidate" } as const;

/** The native protocol: a room token by REST, then `/ws`. */
export const tenant: Wire = {
  async enter(url, roomId, userId) {
    const response = await fetch(`${url}/room/${roomId}/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ displayName: userId, userId }),
    });
    if (!response.ok) throw new Error(`join was refused: ${await response.text()}`);
    const { token } = (await response.json()) as JoinRoomReply;
    const socket = await connect(url, { path: "/ws", auth: { token } }, "joined-room");
    return { line: engineLine(socket), id: userId };
  },
  packet: (kind, json, { id }, seq) => `2["${events[kind]}",{"to":"${id}","${kind}":${json}},${seq}]`,
};
