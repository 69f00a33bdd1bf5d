import type { ChamCallError, DisconnectReason } from "@chamcall/client";
import { defaultLabels, type Labels } from "../text/labels.ts";

/** The texts of `<VideoCall>`: those of its parts and its own. */
export interface VideoCallLabels extends Labels {
  joining: string;
  /** The connection to the server is away; media goes on. */
  connectionLost: string;
  waiting: string;
  listenOnly: string;
  /** Why the call is over; `ended`: for everyone. */
  over: Record<DisconnectReason | "ended", string>;
  /** Why there is none. */
  refused: (error: ChamCallError) => string;
  joinAgain: string;
  tryAgain: string;
  /** Something in the bar didn't work. */
  failed: string;
  dismiss: string;
}

/** English. */
export const defaultVideoCallLabels: VideoCallLabels = {
  ...defaultLabels,
  joining: "Joining the call…",
  connectionLost: "The connection was lost. Reconnecting…",
  waiting: "You’re the first one here. Others will appear as soon as they join.",
  listenOnly: "You can see and hear everyone. Turn your microphone on to speak.",
  over: {
    left: "You have left the call.",
    ended: "The call has ended.",
    removed: "The host removed you from the call.",
    replaced: "The call goes on in another window.",
    "server-gone": "The connection was lost and could not be restored.",
    refused: "You can’t come back into this call.",
  },
  refused: ({ code, message }) =>
    code === "UNAUTHORIZED" ? "This invitation is not valid any more. Ask for a new one." : message,
  joinAgain: "Join again",
  tryAgain: "Try again",
  failed: "That didn’t work. Try again.",
  dismiss: "Dismiss",
};
