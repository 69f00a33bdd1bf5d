/**
 * What a page and the frame of `/embed` in it say to each other with `postMessage`. Types only: both ends run in
 * browsers, and each checks the other's exact origin and window before it reads a message.
 */

/** What the parent may ask for, by name → `args`. `connect` comes first: with it the parent introduces itself. */
export interface EmbedCommands {
  connect: Record<never, never>;
  mute: Record<never, never>;
  unmute: Record<never, never>;
  toggleAudio: Record<never, never>;
  cameraOn: Record<never, never>;
  cameraOff: Record<never, never>;
  toggleCamera: Record<never, never>;
  shareScreen: Record<never, never>;
  stopScreenShare: Record<never, never>;
  toggleScreenShare: Record<never, never>;
  /** Leaves the call, or gives up joining it. */
  end: Record<never, never>;
}

export type EmbedCommandName = keyof EmbedCommands;

/** Parent → frame. */
export interface EmbedCommandMessage {
  command: EmbedCommandName;
  args?: Record<never, never>;
}

/** What the person in the frame sends. */
export interface EmbedMedia {
  audio: boolean;
  video: boolean;
  screen: boolean;
}

/** Someone in the call. */
export interface EmbedParticipant extends EmbedMedia {
  userId: string;
  name: string;
}

/** What the frame tells, by type → `payload`. */
export interface EmbedEvents {
  /** The first of all: commands are heard from now on. */
  ready: { commands: readonly EmbedCommandName[]; events: readonly EmbedEventType[] };
  /** `participants`: those who were there already; `self.name` is how the others read it. */
  joined: { roomId: string; self: EmbedParticipant; participants: readonly EmbedParticipant[] };
  /** `reason`: `left`, `removed`, `replaced` (same seat taken elsewhere), `server-gone` or `refused`. */
  left: { reason: string };
  /** `code` of the table of refusals, or what only a browser meets. `fatal`: there is no call (any more). */
  error: { code: string; message: string; fatal: boolean };
  participantJoined: EmbedParticipant;
  /** `reason`: `left`, `disconnected`, `removed` or `replaced`. */
  participantLeft: { userId: string; name: string; reason: string };
  /** The person in the frame turned something on or off. */
  mediaChanged: EmbedMedia;
}

export type EmbedEventType = keyof EmbedEvents;

/** Frame → parent. */
export type EmbedEventMessage = {
  [T in EmbedEventType]: { type: T; payload: EmbedEvents[T] };
}[EmbedEventType];
