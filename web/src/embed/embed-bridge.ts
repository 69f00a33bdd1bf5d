import type { EmbedCommandName, EmbedEventMessage, EmbedEvents, EmbedEventType } from "@chamcall/protocol";

/** The frame's end of the talk with the page around it. */
export interface EmbedBridge {
  /** Tells the parent, as soon as it is known. */
  emit<T extends EmbedEventType>(type: T, payload: EmbedEvents[T]): void;
  close(): void;
}

interface BridgeOptions {
  /** This window, or what tests put in its place. */
  here: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** The window around this one; undefined where the page is opened by itself. */
  parent: Pick<Window, "postMessage"> | undefined;
  /** The only origin that is heard and told. */
  parentOrigin: string | undefined;
  onCommand(command: EmbedCommand): void;
}

/** What a parent can ask for once it has introduced itself. */
export type EmbedCommand = Exclude<EmbedCommandName, "connect">;

const commandTable: Record<EmbedCommand, true> = {
  mute: true,
  unmute: true,
  toggleAudio: true,
  cameraOn: true,
  cameraOff: true,
  toggleCamera: true,
  shareScreen: true,
  stopScreenShare: true,
  toggleScreenShare: true,
  end: true,
};
const commands = Object.keys(commandTable) as readonly EmbedCommand[];
const eventTable: Record<EmbedEventType, true> = {
  ready: true,
  joined: true,
  left: true,
  error: true,
  participantJoined: true,
  participantLeft: true,
  mediaChanged: true,
};
const events = Object.keys(eventTable) as readonly EmbedEventType[];

/** A parent that never comes must not fill the memory: the oldest is forgotten first. */
const mostQueued = 200;

type Talk = { state: "waiting"; queue: EmbedEventMessage[] } | { state: "connected" };

/**
 * Listens to the parent. Messages from another window or another origin are as if they had never been sent; what happens
 * before the parent has said `connect` waits for it.
 */
export function createEmbedBridge({ here, parent, parentOrigin, onCommand }: BridgeOptions): EmbedBridge {
  let talk: Talk = { state: "waiting", queue: [] };

  const send = (message: EmbedEventMessage) => {
    // An explicit target: should the parent have gone to another page, that one hears nothing.
    if (parentOrigin !== undefined) parent?.postMessage(message, parentOrigin);
  };
  const connect = () => {
    const queue = talk.state === "waiting" ? talk.queue : [];
    talk = { state: "connected" };
    send({ type: "ready", payload: { commands, events } });
    for (const message of queue) send(message);
  };
  const hear = (event: Event) => {
    const { source, origin, data } = event as MessageEvent<unknown>;
    if (parent === undefined || source !== parent || parentOrigin === undefined || origin !== parentOrigin) return;
    const command = commandIn(data);
    if (command === "connect") {
      // Said again while the answer is on its way.
      if (talk.state === "waiting") connect();
    } else if (command !== undefined && talk.state === "connected") onCommand(command);
  };
  here.addEventListener("message", hear);

  return {
    emit(type, payload) {
      const message = { type, payload } as EmbedEventMessage;
      if (talk.state === "connected") return send(message);
      talk.queue.push(message);
      if (talk.queue.length > mostQueued) talk.queue.shift();
    },
    close: () => here.removeEventListener("message", hear),
  };
}

function commandIn(data: unknown): EmbedCommandName | undefined {
  if (typeof data !== "object" || data === null || !("command" in data)) return undefined;
  const { command } = data;
  return command === "connect" ? command : commands.find((known) => known === command);
}
