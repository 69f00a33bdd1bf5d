import type { Participant } from "@chamcall/protocol";
import { joinNatively } from "../native-client.ts";
import type { Door } from "./door.ts";

const NAMES = { offer: "webrtc-offer", answer: "webrtc-answer", candidate: "ice-candidate" } as const;
const person = ({ userId, name }: Participant) => ({ userId, name });

export const nativeDoor: Door = {
  name: "native",
  tellsWho: true,
  async join(url, roomId, name) {
    const { socket, events, joined } = await joinNatively(url, roomId, { displayName: name });
    return {
      name,
      userId: joined.self.userId,
      found: joined.participants.map(person),
      arrival: async () => person(await events.next("user-joined")),
      signal: (kind, payload, to) => void socket.emit(NAMES[kind], { to, [kind]: payload }),
      async heard(kind) {
        const { from, [kind]: payload }: { from: string; [kind: string]: unknown } = await events.next(NAMES[kind]);
        return { from, payload: payload as object };
      },
      leave: () => void socket.emit("leave-room", {}),
      departure: () => events.next("user-left"),
    };
  },
};
