import { connect } from "./connect.ts";
import { engineLine } from "./engine-line.ts";
import type { Wire } from "./wire.ts";

const events = { offer: "offer", answer: "answer", candidate: "ice-candidate" } as const;

export const bare: Wire = {
  async enter(url, roomId) {
    const socket = await connect(url, { path: "/socket.io" }, "connect");
    await socket.emitWithAck("join", roomId);
    return { line: engineLine(socket), id: socket.id ?? "" };
  },
  packet: (kind, json, { id }) => `2["${events[kind]}",{"to":"${id}","${kind}":${json}}]`,
};
