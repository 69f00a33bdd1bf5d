import type { Member } from "../../src/core/member.ts";

/** A roster line; its seat is named after the user unless told otherwise. */
export function memberOf(userId: string, nodeId: string, recipientId = `seat-of-${userId}`): Member {
  return {
    userId,
    entryId: `entry-of-${userId}`,
    name: userId,
    role: "participant",
    joinedAt: 1000,
    instanceId: `instance-of-${recipientId}`,
    audio: true,
    video: true,
    screen: false,
    address: { nodeId, recipientId },
  };
}
