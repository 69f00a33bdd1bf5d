import type { CallEndReason } from "@chamcall/protocol";
import type { ErrorCode } from "@chamcall/protocol/errors";
import type { Address } from "../member.ts";
import type { ActiveCall, Call, EndedCall, RingingCall } from "./call.ts";

/** What can happen to a call; `at` is the recipientId of the device that it happens on. */
export type CallEvent =
  /** `roomId` is where the call is to go on, where its medium is a room. */
  | { type: "answer"; at: string; roomId?: string | undefined }
  | { type: "decline"; at: string }
  /** Cancels while it rings, ends it afterwards; from the callee's side of a ringing call it declines. */
  | { type: "hang-up"; at: string }
  | { type: "time-out" }
  /** A device is gone for good. */
  | { type: "lose"; at: string }
  /** Another device of the callee has come online. */
  | { type: "reach"; device: Address }
  /** A device has come back under another address. */
  | { type: "move"; from: string; to: Address }
  /** Someone has entered the call's room. */
  | { type: "arrive"; userId: string }
  /** Someone has left the call's room for good. */
  | { type: "depart"; userId: string; how: "ended" | "disconnected" }
  /** Whoever has not entered the call's room by now isn't coming. */
  | { type: "give-up" };

/** What an event makes of a call. */
export type Transition =
  | { outcome: "changed"; call: Call }
  | { outcome: "unchanged" }
  | { outcome: "refused"; code: ErrorCode };

const UNCHANGED: Transition = { outcome: "unchanged" };
const refused = (code: ErrorCode): Transition => ({ outcome: "refused", code });

/** The call machine: every event in every state has exactly one outcome. Pure. */
export function transition(call: Call, event: CallEvent): Transition {
  switch (call.state) {
    case "ringing":
      return whileRinging(call, event);
    case "active":
      return whileActive(call, event);
    case "ended":
      return event.type === "answer" || event.type === "decline" ? refused("CALL_OVER") : UNCHANGED;
  }
}

function whileRinging(call: RingingCall, event: CallEvent): Transition {
  switch (event.type) {
    case "answer": {
      const calleeAt = call.ringing.find(({ recipientId }) => recipientId === event.at);
      if (!calleeAt) return refused(event.at === call.callerAt.recipientId ? "FORBIDDEN" : "CALL_OVER");
      const { ringing: _, ringsUntil: __, ...rest } = call;
      const answered: ActiveCall = { ...rest, state: "active", calleeAt, arrived: [] };
      return {
        outcome: "changed",
        call: event.roomId === undefined ? answered : { ...answered, roomId: event.roomId },
      };
    }
    case "decline":
      if (event.at === call.callerAt.recipientId) return refused("FORBIDDEN");
      return rings(call, event.at) ? end(call, "declined", call.callee.userId) : refused("CALL_OVER");
    case "hang-up":
      if (event.at === call.callerAt.recipientId) return end(call, "cancelled", call.caller.userId);
      return rings(call, event.at) ? end(call, "declined", call.callee.userId) : UNCHANGED;
    case "time-out":
      return end(call, "timeout");
    case "lose": {
      if (event.at === call.callerAt.recipientId) return end(call, "disconnected", call.caller.userId);
      if (!rings(call, event.at)) return UNCHANGED;
      const ringing = call.ringing.filter(({ recipientId }) => recipientId !== event.at);
      if (ringing.length === 0) return end(call, "disconnected", call.callee.userId);
      return { outcome: "changed", call: { ...call, ringing } };
    }
    case "reach":
      // It came online while the call was being made, and was rung as well.
      if (rings(call, event.device.recipientId)) return UNCHANGED;
      return { outcome: "changed", call: { ...call, ringing: [...call.ringing, event.device] } };
    case "move":
      if (event.from !== call.callerAt.recipientId && !rings(call, event.from)) return UNCHANGED;
      return {
        outcome: "changed",
        call: { ...call, callerAt: moved(call.callerAt, event), ringing: call.ringing.map((at) => moved(at, event)) },
      };
    case "arrive":
    case "depart":
    case "give-up":
      return UNCHANGED;
  }
}

function whileActive(call: ActiveCall, event: CallEvent): Transition {
  const side = "at" in event ? userAt(call, event.at) : undefined;
  switch (event.type) {
    case "answer":
      return event.at === call.calleeAt.recipientId ? UNCHANGED : refused("CALL_TAKEN");
    case "decline":
    case "hang-up":
      return side === undefined ? refused("CALL_TAKEN") : end(call, "ended", side);
    case "lose":
      // Who has entered the call's room is held by a seat there, whatever becomes of the device that rang.
      return side === undefined || call.arrived.includes(side) ? UNCHANGED : end(call, "disconnected", side);
    case "move":
      if (userAt(call, event.from) === undefined) return UNCHANGED;
      return {
        outcome: "changed",
        call: { ...call, callerAt: moved(call.callerAt, event), calleeAt: moved(call.calleeAt, event) },
      };
    case "arrive":
      if (!meetsThere(call, event.userId) || call.arrived.includes(event.userId)) return UNCHANGED;
      return { outcome: "changed", call: { ...call, arrived: [...call.arrived, event.userId] } };
    case "depart":
      return meetsThere(call, event.userId) ? end(call, event.how, event.userId) : UNCHANGED;
    case "give-up":
      return call.medium === "sdp" || call.arrived.length === 2 ? UNCHANGED : end(call, "failed");
    case "time-out":
    case "reach":
      return UNCHANGED;
  }
}

function end(call: RingingCall | ActiveCall, reason: CallEndReason, by?: string): Transition {
  const { callId, appId, medium, video, caller, callee } = call;
  const ended: EndedCall = { state: "ended", callId, appId, medium, video, caller, callee, reason };
  return { outcome: "changed", call: by === undefined ? ended : { ...ended, by } };
}

function rings(call: RingingCall, recipientId: string): boolean {
  return call.ringing.some((device) => device.recipientId === recipientId);
}

/** Whether the call goes on in a room, and this is one of the two that meet there. */
function meetsThere({ medium, caller, callee }: ActiveCall, userId: string): boolean {
  return medium === "room" && (userId === caller.userId || userId === callee.userId);
}

function userAt(call: ActiveCall, recipientId: string): string | undefined {
  if (recipientId === call.callerAt.recipientId) return call.caller.userId;
  if (recipientId === call.calleeAt.recipientId) return call.callee.userId;
  return undefined;
}

function moved(device: Address, { from, to }: { from: string; to: Address }): Address {
  return device.recipientId === from ? to : device;
}
