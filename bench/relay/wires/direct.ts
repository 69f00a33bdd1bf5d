import { once } from "node:events";
import { candidateCycles } from "../load/cycles.ts";
import { connect } from "./connect.ts";
import { engineLine } from "./engine-line.ts";
import type { Wire } from "./wire.ts";

const callers = new Map<string, Awaited<ReturnType<typeof connect>>>();
const offer = { type: "offer", sdp: "v=0" };
const answer = { type: "answer", sdp: "v=0" };

/** The direct spec's contract: the two are in a call, in which candidates are all that is relayed. */
export const direct: Wire = {
  cycles: candidateCycles,
  async enter(url, roomId, userId, peer) {
    const socket = await connect(url, { path: "/socket.io" }, "connect");
    socket.emit("register_user", { userId });
    await once(socket as never, "user_registered");
    const caller = callers.get(roomId);
    callers.set(roomId, socket);
    if (caller && peer) {
      const rings = once(socket as never, "incoming_call");
      caller.emit("make_call", { to: userId, from: peer.id, offer });
      await rings;
      const answered = once(caller as never, "call_answered");
      socket.emit("answer_call", { to: peer.id, from: userId, answer });
      await answered;
    }
    return { line: engineLine(socket), id: userId };
  },
  packet: (_kind, json, { id }) => `2["ice_candidate",{"to":"${id}","candidate":${json}}]`,
};
