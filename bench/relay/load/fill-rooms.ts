import type { Guest, Wire } from "../wires/wire.ts";

/** A room that holds two. */
export interface Pair {
  roomId: string;
  guests: [Guest, Guest];
}

/** Two guests into each of `count` rooms. */
export function fillRooms(wire: Wire, url: string, count: number): Promise<Pair[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const roomId = `bench-room-${index}`;
      const first = await wire.enter(url, roomId, `u_bench_${index}_first`, undefined);
      const second = await wire.enter(url, roomId, `u_bench_${index}_second`, first);
      return { roomId, guests: [first, second] };
    }),
  );
}
