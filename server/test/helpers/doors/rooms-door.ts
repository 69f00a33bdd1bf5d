import { joinAsRoomsClient, type RoomsParticipant } from "../rooms-client.ts";
import type { Door } from "./door.ts";

const HEARD = { offer: "offer_received", answer: "answer_received", candidate: "ice_candidate_received" } as const;
const SENT = { offer: "offer", answer: "answer", candidate: "ice_candidate" } as const;
const person = ({ userId, displayName }: RoomsParticipant) => ({ userId, name: displayName });

export const roomsDoor: Door = {
  name: "rooms",
  tellsWho: true,
  async join(url, roomId, name) {
    const userId = `rooms-${name}`;
    const { send, events, joined } = await joinAsRoomsClient(url, { roomId, userId, displayName: name });
    return {
      name,
      userId,
      found: joined.participants.map(person),
      arrival: async () => person(await events.next("user_joined")),
      signal: (kind, payload, targetId) => send(SENT[kind], { targetId, payload, roomId }),
      async heard(kind) {
        const { senderId, payload } = await events.next(HEARD[kind], (data) => data.roomId === roomId);
        return { from: senderId, payload: payload as object };
      },
      leave: () => send("leave_room", { roomId, userId }),
      departure: () => events.next("user_left"),
    };
  },
};
