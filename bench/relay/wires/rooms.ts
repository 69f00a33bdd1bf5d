import { connect } from "./connect.ts";
import { engineLine } from "./engine-line.ts";
import type { Wire } from "./wire.ts";

const events = { offer: "offer", answer: "answer", candidate: "ice_candidate" } as const;

/** The rooms spec's contract on the default path. */
export const rooms: Wire = {
  async enter(url, roomId, userId) {
    const socket = await connect(url, { path: "/socket.io" }, "connect");
    const joined = new Promise((resolve) => socket.once("room_joined", resolve));
    socket.emit("join_room", { roomId, userId, displayName: userId });
    await joined;
    return { line: engineLine(socket), id: userId };
  },
  packet: (kind, json, { id, roomId }) =>
    `2["${events[kind]}",{"targetId":"${id}","payload":${json},"roomId":"${roomId}"}]`,
};
