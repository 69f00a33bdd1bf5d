/** Every text that the components show or speak; pass a part of it to translate or reword. */
export interface Labels {
  you: string;
  host: string;
  microphoneOff: string;
  cameraOff: string;
  speaking: string;
  connecting: string;
  reconnecting: string;
  unreachable: (name: string) => string;
  sharedScreen: (name: string) => string;
  hearEveryone: string;
  grid: string;
  quality: Record<"good" | "fair" | "poor" | "lost", string>;
  turnMicrophoneOn: string;
  turnMicrophoneOff: string;
  turnCameraOn: string;
  turnCameraOff: string;
  shareScreen: string;
  stopSharing: string;
  screenShareNotAllowed: string;
  people: string;
  copyLink: string;
  linkCopied: string;
  enterFullScreen: string;
  exitFullScreen: string;
  leave: string;
  controls: string;
  password: string;
  passwordHint: (hint: string) => string;
  passwordWrong: string;
  passwordWait: (seconds: number) => string;
  showPassword: string;
  hidePassword: string;
}

/** English. */
export const defaultLabels: Labels = {
  you: "You",
  host: "Host",
  microphoneOff: "microphone off",
  cameraOff: "camera off",
  speaking: "speaking",
  connecting: "Connecting…",
  reconnecting: "Reconnecting…",
  unreachable: (name) => `Can’t reach ${name}`,
  sharedScreen: (name) => `${name}’s screen`,
  hearEveryone: "Click to hear everyone",
  grid: "People in the call",
  quality: { good: "Good connection", fair: "Fair connection", poor: "Poor connection", lost: "Connection lost" },
  turnMicrophoneOn: "Turn microphone on",
  turnMicrophoneOff: "Turn microphone off",
  turnCameraOn: "Turn camera on",
  turnCameraOff: "Turn camera off",
  shareScreen: "Share screen",
  stopSharing: "Stop sharing",
  screenShareNotAllowed: "The host has turned screen sharing off",
  people: "People",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  enterFullScreen: "Full screen",
  exitFullScreen: "Exit full screen",
  leave: "Leave call",
  controls: "Call controls",
  password: "Password",
  passwordHint: (hint) => `Hint: ${hint}`,
  passwordWrong: "That password isn’t right. Check it and try again.",
  passwordWait: (seconds) => `Too many tries. You can try again in ${seconds} s.`,
  showPassword: "Show password",
  hidePassword: "Hide password",
};
