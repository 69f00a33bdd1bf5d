import { type DeviceRecord, MAX_DEVICES, type Presence } from "../../core/ports.ts";

/** Presence of a single node: atomic because nothing in a change awaits. */
export function createMemoryPresence(): Presence {
  const apps = new Map<string, Map<string, DeviceRecord[]>>();

  return {
    async register({ appId, userId }, device) {
      const users = apps.get(appId) ?? new Map<string, DeviceRecord[]>();
      const known = users.get(userId) ?? [];
      if (known.some(({ ownerId }) => ownerId !== device.ownerId)) return { outcome: "taken" };
      const same = known.find(({ deviceId, medium }) => deviceId === device.deviceId && medium === device.medium);
      const replaced = same ?? (known.length >= MAX_DEVICES ? known[0] : undefined);
      users.set(userId, [...known.filter((one) => one !== replaced), device]);
      apps.set(appId, users);
      const online = { outcome: "online", first: known.length === 0 } as const;
      return replaced ? { ...online, replaced } : online;
    },

    async unregister({ appId, userId }, recipientId) {
      const users = apps.get(appId);
      const known = users?.get(userId) ?? [];
      const rest = known.filter(({ address }) => address.recipientId !== recipientId);
      if (!users || rest.length === known.length) return "absent";
      if (rest.length > 0) {
        users.set(userId, rest);
        return "online";
      }
      users.delete(userId);
      if (users.size === 0) apps.delete(appId);
      return "offline";
    },

    async devicesOf({ appId, userId }) {
      return apps.get(appId)?.get(userId) ?? [];
    },

    async count(appId) {
      return apps.get(appId)?.size ?? 0;
    },

    async list(appId, limit) {
      const people = [...(apps.get(appId) ?? [])].map(([userId, [device]]) => ({
        userId,
        name: device?.name ?? userId,
      }));
      return people.sort((a, b) => (a.userId < b.userId ? -1 : 1)).slice(0, limit);
    },
  };
}
