import { Answer, Candidate, limits, Offer, UserId } from "@chamcall/protocol";
import Type from "typebox";

const peer = { to: UserId, from: Type.Optional(UserId) };

/** What a client of the direct spec sends; `from` and `userId` are claims about itself that core checks. */
export const schemas = {
  register_user: Type.Object({
    userId: UserId,
    /** Beyond the spec: a user token, for clients that can't put it into the handshake. */
    token: Type.Optional(Type.String({ minLength: 1, maxLength: limits.token })),
  }),
  make_call: Type.Object({ ...peer, offer: Offer }),
  answer_call: Type.Object({ ...peer, answer: Answer }),
  decline_call: Type.Object(peer),
  end_call: Type.Object(peer),
  ice_candidate: Type.Object({ ...peer, candidate: Candidate }),
  logout_user: Type.Object({ userId: Type.Optional(UserId) }),
} as const;
