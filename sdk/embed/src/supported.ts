import type { EmbedCommandName, EmbedEventType } from "@chamcall/protocol";

const commandTable: Record<Exclude<EmbedCommandName, "connect">, true> = {
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
const eventTable: Record<EmbedEventType, true> = {
  ready: true,
  joined: true,
  left: true,
  error: true,
  participantJoined: true,
  participantLeft: true,
  mediaChanged: true,
};

/** What a page can ask for. */
export type Command = keyof typeof commandTable;
/** What `execute` takes. */
export const supportedCommands = Object.keys(commandTable) as readonly Command[];
/** What `on` takes. */
export const supportedEvents = Object.keys(eventTable) as readonly EmbedEventType[];
