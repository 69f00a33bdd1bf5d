/** Which call to show, and where. */
export interface EmbedOptions {
  /** Where ChamCall runs: `https://calls.example.com`. This page's origin must be in its `ALLOWED_ORIGINS`. */
  serverUrl: string;
  roomId: string;
  /** A room token, from the server's `join` for this room. It travels in the fragment, which reaches no server and no log. */
  token: string;
  /** The element the frame fills, or a selector of it. */
  parent: Element | string;
  /** How the frame's own texts call the person; what the others read is in the token. */
  userName?: string;
  userId?: string;
  /** Whether to begin with the microphone on; default true. */
  audio?: boolean;
  /** Whether to begin with the camera on; default true. */
  video?: boolean;
  /** Default: as the device has it. */
  theme?: "light" | "dark" | "system";
  /** Name of the frame for screen readers; default "Call". */
  title?: string;
  /** How long the frame may take to answer, in ms, before an `error` EMBED_UNREACHABLE; default 20 000. */
  timeoutMs?: number;
}
