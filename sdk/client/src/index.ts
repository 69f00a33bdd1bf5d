export type { Call } from "./call/call.ts";
export type { CallEvents } from "./call/call-events.ts";
export type { CallSnapshot } from "./call/call-snapshot.ts";
export type { CallState, DisconnectReason } from "./call/call-state.ts";
export type { JoinOptions } from "./call/join-options.ts";
export { joinRoom } from "./call/join-room.ts";
export type { MediaConnection, ParticipantSnapshot } from "./call/participant-snapshot.ts";
export { ChamCallError, type ChamCallErrorCode } from "./chamcall-error.ts";
export { isSupported } from "./is-supported.ts";
export { createLocalMedia } from "./media/create-local-media.ts";
export type { LocalMedia } from "./media/local-media.ts";
export type { LocalMediaOptions } from "./media/local-media-options.ts";
export type { DeviceInfo, DeviceLists, MediaSnapshot, SourceState, UnavailableReason } from "./media/media-snapshot.ts";
export type { TrackSource } from "./media/track-source.ts";
export { getRoomMeta } from "./rest/get-room-meta.ts";
export { type SignInOptions, signIn } from "./rest/sign-in.ts";
export type { ConnectionQuality } from "./stats/connection-quality.ts";
export { goOnline } from "./user-agent/go-online.ts";
export type { OnlineOptions, UserTicket } from "./user-agent/online-options.ts";
export type { UserAgent } from "./user-agent/user-agent.ts";
export type { UserAgentEvents } from "./user-agent/user-agent-events.ts";
export type { UserAgentSnapshot } from "./user-agent/user-agent-snapshot.ts";
export type { UserAgentState } from "./user-agent/user-agent-state.ts";
export type {
  ActiveCall,
  AnsweringCall,
  CallOutcome,
  EndedCall,
  IncomingCall,
  OutgoingCall,
  UserCall,
} from "./user-agent/user-call.ts";
