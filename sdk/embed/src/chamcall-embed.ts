import type { EmbedCommandName, EmbedEventMessage, EmbedEvents, EmbedEventType } from "@chamcall/protocol";
import type { EmbedOptions } from "./embed-options.ts";
import { frameUrl } from "./frame-url.ts";
import { type Command, supportedCommands, supportedEvents } from "./supported.ts";

/** What the frame may use of the browser; the page's own Permissions-Policy has to allow it too. */
const allow = "camera; microphone; display-capture; fullscreen; autoplay; screen-wake-lock";
const knockMs = 250;

type Link =
  /** Commands wait here until the frame hears them. */
  { state: "connecting"; waiting: Command[] } | { state: "connected" } | { state: "disposed" };

/** A call in a frame of this page. It begins at once; `dispose()` ends it and takes the frame away. */
export class ChamCallEmbed {
  readonly iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #listeners = new Map<EmbedEventType, Set<(payload: never) => void>>();
  #link: Link = { state: "connecting", waiting: [] };
  #knocking: ReturnType<typeof setInterval> | undefined;
  readonly #timeout: ReturnType<typeof setTimeout>;

  /** @throws when there is no such parent, or `serverUrl` is no address. */
  constructor(options: EmbedOptions) {
    const { parent, title = "Call", timeoutMs = 20_000 } = options;
    const url = frameUrl(options, location.origin);
    const place = typeof parent === "string" ? document.querySelector(parent) : parent;
    if (!place) throw new Error(`ChamCallEmbed: there is no ${String(parent)} in this page.`);
    this.#origin = url.origin;
    this.iframe = document.createElement("iframe");
    Object.assign(this.iframe, { src: url.href, title, allow });
    Object.assign(this.iframe.style, { border: "0", width: "100%", height: "100%", display: "block" });
    addEventListener("message", this.#hear);
    // Not before: until then the frame has another origin.
    this.iframe.addEventListener("load", this.#knock);
    this.#timeout = setTimeout(() => {
      clearInterval(this.#knocking);
      const message = "The call could not be loaded. Is this site in the server's ALLOWED_ORIGINS?";
      this.#tell({ type: "error", payload: { code: "EMBED_UNREACHABLE", message, fatal: true } });
    }, timeoutMs);
    place.append(this.iframe);
  }

  /** Returns its unsubscribe. */
  on<T extends EmbedEventType>(event: T, listener: (payload: EmbedEvents[T]) => void): () => void {
    if (!supportedEvents.includes(event)) throw new Error(`ChamCallEmbed: there is no event ${event}.`);
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    // Wrapped, so that the same function added twice is two subscriptions.
    const entry = (payload: EmbedEvents[T]) => listener(payload);
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }

  /** Asks the frame for something; what comes of it is told by events. Waits until the frame is there. */
  execute(command: Command): void {
    if (!supportedCommands.includes(command)) throw new Error(`ChamCallEmbed: there is no command ${command}.`);
    if (this.#link.state === "connecting") this.#link.waiting.push(command);
    else if (this.#link.state === "connected") this.#send(command);
  }

  mute(): void {
    this.execute("mute");
  }

  unmute(): void {
    this.execute("unmute");
  }

  toggleAudio(): void {
    this.execute("toggleAudio");
  }

  cameraOn(): void {
    this.execute("cameraOn");
  }

  cameraOff(): void {
    this.execute("cameraOff");
  }

  toggleCamera(): void {
    this.execute("toggleCamera");
  }

  /** Call it from a click: browsers want one, and not every browser hands it on to a frame. */
  shareScreen(): void {
    this.execute("shareScreen");
  }

  stopScreenShare(): void {
    this.execute("stopScreenShare");
  }

  toggleScreenShare(): void {
    this.execute("toggleScreenShare");
  }

  /** Leaves the call; the frame stays and says so. */
  end(): void {
    this.execute("end");
  }

  getSupportedCommands(): readonly Command[] {
    return supportedCommands;
  }

  getSupportedEvents(): readonly EmbedEventType[] {
    return supportedEvents;
  }

  /** Leaves the call and removes the frame. Nothing is told after that. */
  dispose(): void {
    this.#link = { state: "disposed" };
    clearInterval(this.#knocking);
    clearTimeout(this.#timeout);
    removeEventListener("message", this.#hear);
    this.iframe.removeEventListener("load", this.#knock);
    this.iframe.remove();
    this.#listeners.clear();
  }

  /** Says who is there until the frame answers: its page may have loaded before what listens in it. */
  readonly #knock = (): void => {
    clearInterval(this.#knocking);
    this.#send("connect");
    this.#knocking = setInterval(() => this.#send("connect"), knockMs);
  };

  readonly #hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== this.iframe.contentWindow || origin !== this.#origin || !isEvent(data)) return;
    if (data.type === "ready") this.#connected();
    this.#tell(data);
  };

  #connected(): void {
    clearInterval(this.#knocking);
    clearTimeout(this.#timeout);
    const waiting = this.#link.state === "connecting" ? this.#link.waiting : [];
    this.#link = { state: "connected" };
    for (const command of waiting) this.#send(command);
  }

  #send(command: EmbedCommandName): void {
    const frame = this.iframe.contentWindow;
    const message = { command, args: {} };
    // A click on this page is none in the frame, unless it is handed on (capability delegation, Chromium).
    if (command === "shareScreen" || command === "toggleScreenShare") {
      const options: WindowPostMessageOptions & { delegate: string } = {
        targetOrigin: this.#origin,
        delegate: "display-capture",
      };
      try {
        frame?.postMessage(message, options);
        return;
      } catch {
        // Without a click there is nothing to hand on; the frame then says what it takes.
      }
    }
    frame?.postMessage(message, this.#origin);
  }

  #tell({ type, payload }: EmbedEventMessage): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) {
      try {
        (listener as (payload: EmbedEventMessage["payload"]) => void)(payload);
      } catch (error) {
        // One listener's mistake is reported, and the others still hear.
        reportError(error);
      }
    }
  }
}

function isEvent(data: unknown): data is EmbedEventMessage {
  return (
    typeof data === "object" &&
    data !== null &&
    "type" in data &&
    "payload" in data &&
    (supportedEvents as readonly unknown[]).includes(data.type)
  );
}
