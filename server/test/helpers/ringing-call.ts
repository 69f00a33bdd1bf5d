import { randomUUID } from "node:crypto";
import type { RingingCall } from "../../src/core/calls/call.ts";

/** A call that rings on one device of the callee; the devices are named after their users unless told otherwise. */
export function ringingCall(
  from: string,
  to: string,
  more: Partial<RingingCall> = {},
  devices = { caller: `device-of-${from}`, callee: `device-of-${to}` },
): RingingCall {
  const at = (recipientId: string) => ({ nodeId: "node", recipientId });
  return {
    state: "ringing",
    callId: randomUUID(),
    appId: "app",
    medium: "sdp",
    video: false,
    caller: { userId: from, name: from },
    callee: { userId: to, name: to },
    callerAt: at(devices.caller),
    ringing: [at(devices.callee)],
    ringsUntil: 30_000,
    ...more,
  };
}
