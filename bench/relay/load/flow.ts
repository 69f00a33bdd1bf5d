import type { Guest, Wire } from "../wires/wire.ts";
import type { Template } from "./template.ts";

/** Sequence numbers have nine digits from the first one on, so that every round of a cycle has the same size. */
const firstNumber = 100_000_000;

interface FlowOptions {
  wire: Wire;
  roomId: string;
  from: Guest;
  to: Guest;
  /** Sent over and over. */
  cycle: readonly Template[];
  /** Called after each message that arrived. */
  arrived: (flow: Flow) => void;
}

/**
 * Signals from one guest to another. Each has to arrive, once, in order and unchanged; anything else throws.
 */
export class Flow {
  sent = 0;
  arrived = 0;
  /** Characters of all packets that were sent. */
  characters = 0;
  readonly #options: FlowOptions;

  constructor(options: FlowOptions) {
    this.#options = options;
    options.to.line.listen({
      data: (packet) => this.#receive(packet),
      closed(reason) {
        throw new Error(`A connection under load was closed: ${reason}`);
      },
    });
  }

  end(): void {
    this.#options.to.line.close();
  }

  send(): void {
    const { wire, cycle, from, to, roomId } = this.#options;
    const { kind, before, after } = templateOf(cycle, this.sent);
    const json = `${before}${firstNumber + this.sent}${after}`;
    this.sent += 1;
    const packet = wire.packet(kind, json, { id: to.id, roomId }, this.sent);
    this.characters += packet.length;
    from.line.send(packet);
  }

  #receive(data: string): void {
    const { mark, after } = templateOf(this.#options.cycle, this.arrived);
    const at = data.indexOf(mark);
    if (at < 0 || !data.startsWith(`${firstNumber + this.arrived}${after}`, at + mark.length)) {
      if (isAside(data)) return;
      throw new Error(`Message ${this.arrived + 1} from ${this.#options.from.id} did not come next, but ${data}`);
    }
    this.arrived += 1;
    this.#options.arrived(this);
  }
}

function templateOf(cycle: readonly Template[], index: number): Template {
  const found = cycle[index % cycle.length];
  if (!found) throw new Error("an empty cycle");
  return found;
}

/** Acknowledgements, and what a room says about itself while others still come in. */
function isAside(data: string): boolean {
  return /^(3\d+\[\{"ok":true\}\]$|2\["(user[-_]joined|peer-joined)"|\{"type":"room_ready")/.test(data);
}
