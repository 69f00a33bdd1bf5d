import { joinAsLobbyClient, type LobbyParticipant } from "../lobby-client.ts";
import type { Door } from "./door.ts";

const NAMES = { offer: "webrtc-offer", answer: "webrtc-answer", candidate: "ice-candidate" } as const;
const person = ({ userId, username }: LobbyParticipant) => ({ userId, name: username });

export const lobbyDoor: Door = {
  name: "lobby",
  tellsWho: true,
  async join(url, roomId, name) {
    const { send, events, joined } = await joinAsLobbyClient(url, { roomId, username: name });
    return {
      name,
      userId: joined.userId,
      found: joined.participants.map(person),
      arrival: async () => person(await events.next("user-joined")),
      signal: (kind, payload, to) => send(NAMES[kind], { to, [kind]: payload }),
      async heard(kind) {
        const { from, [kind]: payload }: { from: string; [kind: string]: unknown } = await events.next(NAMES[kind]);
        return { from, payload: payload as object };
      },
      leave: () => send("leave-room"),
      departure: () => events.next("user-left"),
    };
  },
};
