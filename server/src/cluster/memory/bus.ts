import type { Event } from "../../core/events.ts";
import type { Bus } from "../../core/ports.ts";

/** The bus of a single node: a call. */
export function createMemoryBus(): Bus {
  let handle: (recipientId: string, event: Event) => void = () => {};
  let hear: (appId: string, event: Event) => void = () => {};
  return {
    deliver: (to, event) => handle(to.recipientId, event),
    onDelivery(handler) {
      handle = handler;
    },
    broadcast: (appId, event) => hear(appId, event),
    onBroadcast(handler) {
      hear = handler;
    },
  };
}
