import type { Answer, Candidate, Offer } from "@chamcall/protocol";

export const offer: Offer = { type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" };
export const answer: Answer = { type: "answer", sdp: "v=0\r\no=- 2 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" };

/** A host candidate that can be told from others by its number. */
export const candidate = (n = 0): NonNullable<Candidate> => ({
  candidate: `candidate:${n} 1 udp 2122260223 192.0.2.1 ${50_000 + n} typ host`,
  sdpMid: "0",
  sdpMLineIndex: 0,
});
