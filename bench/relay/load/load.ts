import type { Wire } from "../wires/wire.ts";
import { cycles } from "./cycles.ts";
import type { Pair } from "./fill-rooms.ts";
import { Flow } from "./flow.ts";

const settleLimitMs = 10_000;

interface Goal {
  arrived: number;
  reached: () => void;
}

/**
 * A closed loop: every guest keeps `window` messages under way, and sends the next one when one of them arrived at
 * the peer. So the server is never idle, and never drowned.
 */
export class Load {
  arrived = 0;
  readonly #flows: readonly Flow[];
  #phase: { running: true; goal?: Goal } | { running: false; settled: () => void } = { running: true };

  constructor(wire: Wire, pairs: readonly Pair[]) {
    const arrived = (flow: Flow) => this.#next(flow);
    const [there, back] = wire.cycles ?? cycles;
    this.#flows = pairs.flatMap(({ roomId, guests: [first, second] }) => [
      new Flow({ wire, roomId, from: first, to: second, cycle: there, arrived }),
      new Flow({ wire, roomId, from: second, to: first, cycle: back, arrived }),
    ]);
  }

  /** Mean length of the packets that were sent. */
  get charactersPerMessage(): number {
    const sum = (of: (flow: Flow) => number) => this.#flows.reduce((total, flow) => total + of(flow), 0);
    return sum(({ characters }) => characters) / sum(({ sent }) => sent);
  }

  start(window: number): void {
    for (const flow of this.#flows) for (let count = 0; count < window; count += 1) flow.send();
  }

  /** Resolves when so many have arrived altogether. */
  reach(arrived: number): Promise<void> {
    return new Promise((reached) => {
      this.#phase = { running: true, goal: { arrived, reached } };
    });
  }

  /** Sends no more, and resolves when everything sent has arrived. Throws when that takes longer than 10 s. */
  async settle(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`${this.#underWay()} messages were lost`)), settleLimitMs);
      const settled = () => {
        clearTimeout(limit);
        resolve();
      };
      this.#phase = { running: false, settled };
      if (this.#underWay() === 0) settled();
    });
    for (const flow of this.#flows) flow.end();
  }

  #next(flow: Flow): void {
    this.arrived += 1;
    if (this.#phase.running) {
      flow.send();
      if (this.arrived === this.#phase.goal?.arrived) this.#phase.goal.reached();
    } else if (this.#underWay() === 0) {
      this.#phase.settled();
    }
  }

  #underWay(): number {
    return this.#flows.reduce((total, { sent, arrived }) => total + sent - arrived, 0);
  }
}
