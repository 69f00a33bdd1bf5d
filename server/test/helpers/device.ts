import type { DeviceRecord } from "../../src/core/ports.ts";

/** A device in the list of those online; named after its connection unless told otherwise. */
export function deviceOf(
  userId: string,
  nodeId: string,
  recipientId = `device-of-${userId}`,
  more: Partial<DeviceRecord> = {},
): DeviceRecord {
  return {
    userId,
    name: `Name of ${userId}`,
    ownerId: "owner",
    deviceId: `id-of-${recipientId}`,
    medium: "room",
    address: { nodeId, recipientId },
    ...more,
  };
}
