/** Packets and characters that may wait for a slow reader: the burst of a full room is a tenth of it. */
const MAX = { packets: 4096, characters: 2 * 1024 * 1024 };
/** Adding the sizes up costs, so it is done only every so many packets. */
const EVERY = 64;

/** Whether a connection takes less than it is sent, so that its buffer must be given up with it. */
export function isOverflowing(connection: object): boolean {
  // Engine.IO keeps it private and offers no other measure.
  const writeBuffer: unknown = Reflect.get(connection, "writeBuffer");
  if (!Array.isArray(writeBuffer)) return false;
  const { length } = writeBuffer;
  if (length < EVERY || length % EVERY !== 0) return false;
  if (length >= MAX.packets) return true;
  const characters = writeBuffer.reduce<number>((sum, packet: { data?: unknown }) => sum + sizeOf(packet.data), 0);
  return characters > MAX.characters;
}

function sizeOf(data: unknown): number {
  return typeof data === "string" ? data.length : 0;
}
