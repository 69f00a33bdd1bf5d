import type { Answer, Candidate, Offer } from "@chamcall/protocol";

/** What two peers tell each other through the server. */
export type Signal =
  | { readonly kind: "offer"; readonly offer: Offer }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "candidate"; readonly candidate: Candidate };
