import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createClientAddress } from "./client-address.ts";

function requestFrom(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers["x-forwarded-for"] = forwardedFor;
  return request;
}

describe("without trusted proxies", () => {
  const address = createClientAddress([]);

  it("is the peer's, whatever it says of itself", () => {
    expect(address(requestFrom("203.0.113.7"))).toBe("203.0.113.7");
    expect(address(requestFrom("203.0.113.7", "198.51.100.1"))).toBe("203.0.113.7");
  });

  it("is the same for IPv4 in IPv6", () => {
    expect(address(requestFrom("::ffff:203.0.113.7"))).toBe("203.0.113.7");
  });

  it("is the /64 of an IPv6 address", () => {
    const here = address(requestFrom("2001:db8:1:2:3:4:5:6"));
    expect(here).toMatch(/\/64$/);
    expect(address(requestFrom("2001:db8:1:2::1"))).toBe(here);
    expect(address(requestFrom("2001:db8:1:3::1"))).not.toBe(here);
  });

  it("is unknown for a peer that is gone", () => {
    expect(address(requestFrom(undefined))).toBe("unknown");
  });
});

describe("behind trusted proxies", () => {
  const address = createClientAddress(["10.0.0.0/8", "::1"]);

  it("is the nearest one that isn't a proxy", () => {
    expect(address(requestFrom("10.0.0.1", "203.0.113.7"))).toBe("203.0.113.7");
    expect(address(requestFrom("10.0.0.1", "203.0.113.7, 10.9.9.9"))).toBe("203.0.113.7");
    expect(address(requestFrom("::1", "203.0.113.7"))).toBe("203.0.113.7");
  });

  it("isn't what the client put in front", () => {
    expect(address(requestFrom("10.0.0.1", "198.51.100.1, 203.0.113.7"))).toBe("203.0.113.7");
  });

  it("is the peer's for peers that are no proxy", () => {
    expect(address(requestFrom("203.0.113.9", "203.0.113.7"))).toBe("203.0.113.9");
  });

  it("is unknown for nonsense", () => {
    expect(address(requestFrom("10.0.0.1", "nonsense"))).toBe("unknown");
  });
});
