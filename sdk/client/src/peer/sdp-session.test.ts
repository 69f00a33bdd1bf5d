import { expect, it } from "vitest";
import { sdpSession } from "./sdp-session.ts";

it("reads the session id", () => {
  expect(sdpSession("v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\n")).toBe("4611731400430051336");
  expect(sdpSession("v=0\no=mozilla 77 0 IN IP4 0.0.0.0\n")).toBe("77");
});

it("knows nothing of a description without one", () => {
  expect(sdpSession("v=0\r\ns=-\r\n")).toBeUndefined();
});
