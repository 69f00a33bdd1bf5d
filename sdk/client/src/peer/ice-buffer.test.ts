import { expect, it } from "vitest";
import { IceBuffer } from "./ice-buffer.ts";

const sdp = "v=0\r\na=ice-ufrag:mine\r\n";
const candidate = (usernameFragment: string | null) => ({
  candidate: "candidate:1 1 udp 1 127.0.0.1 9",
  usernameFragment,
});

it("gives back in order what fits the description, and only once", () => {
  const buffer = new IceBuffer();
  buffer.push(candidate("mine"));
  buffer.push(candidate("other"));
  buffer.push(candidate(null));
  buffer.push(null);
  expect(buffer.take(sdp)).toEqual([candidate("mine"), candidate(null), null]);
  expect(buffer.take(sdp)).toEqual([]);
});
