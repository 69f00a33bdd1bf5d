import type { Seat } from "./seat.ts";

/** The seats this node holds. */
export class Seats {
  readonly #byId = new Map<string, Seat>();
  readonly #byResumeKey = new Map<string, Seat>();

  add(seat: Seat): void {
    this.#byId.set(seat.id, seat);
    this.#byResumeKey.set(seat.resumeKey, seat);
  }

  remove(seat: Seat): void {
    this.#byId.delete(seat.id);
    this.#byResumeKey.delete(seat.resumeKey);
  }

  get(id: string): Seat | undefined {
    return this.#byId.get(id);
  }

  findByResumeKey(key: string): Seat | undefined {
    return this.#byResumeKey.get(key);
  }

  all(): Seat[] {
    return [...this.#byId.values()];
  }
}
