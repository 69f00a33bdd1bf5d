import { Refusal } from "./errors.ts";
import type { Event } from "./events.ts";
import type { Link } from "./link.ts";
import type { Meter } from "./meter.ts";
import type { Reply } from "./reply.ts";
import type { Seat } from "./seat.ts";
import type { Device } from "./users/device.ts";

type ClientState =
  | { state: "visiting" }
  | { state: "seated"; seat: Seat }
  | { state: "online"; device: Device }
  | { state: "closed" };

/** Commands of one connection that may wait for an earlier one. */
const MAX_PENDING = 100;

type Task = () => Reply | Promise<Reply>;

/** One live connection. Its commands are carried out one after another, in the order they came. */
export class Client {
  /** Where it comes from, for limits by address. */
  readonly address: string;
  /** Of the page it belongs to, where only an app can allow that one. */
  readonly foreignOrigin: string | undefined;
  readonly meter: Meter;
  state: ClientState = { state: "visiting" };
  readonly #link: Link;
  #pending = 0;
  #ended = false;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(address: string, link: Link, meter: Meter, foreignOrigin?: string) {
    this.address = address;
    this.foreignOrigin = foreignOrigin;
    this.#link = link;
    this.meter = meter;
  }

  send(event: Event, seq?: number): void {
    this.#link.send(event, seq);
  }

  /** Ends the connection from this side. */
  close(): void {
    this.state = { state: "closed" };
    this.#link.close();
  }

  /** Runs the task when all earlier ones are done; at once, without a promise, when nothing is under way. */
  run(task: Task): Reply | Promise<Reply> {
    if (this.#pending >= MAX_PENDING) return refused(new Refusal("RATE_LIMITED", { retryAfterMs: 1000 }));
    return this.#enqueue(() => (this.#ended ? refused(new Refusal("NOT_IN_ROOM")) : task()));
  }

  /** Runs the last task; nobody waits any more for what was still to be done before it. */
  end(task: Task): void {
    this.#ended = true;
    void this.#enqueue(task);
  }

  #enqueue(task: Task): Reply | Promise<Reply> {
    if (this.#pending > 0) return this.#follow(this.#tail.then(task));
    try {
      const result = task();
      return result instanceof Promise ? this.#follow(result) : result;
    } catch (cause) {
      return refused(cause);
    }
  }

  #follow(running: Promise<Reply>): Promise<Reply> {
    this.#pending += 1;
    const settled = running.catch(refused).finally(() => {
      this.#pending -= 1;
    });
    this.#tail = settled;
    return settled;
  }
}

function refused(cause: unknown): Reply {
  return { ok: false, refusal: Refusal.from(cause) };
}
