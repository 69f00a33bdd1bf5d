/** Lets a user come online. */
export interface UserTicket {
  /** User token. */
  token: string;
  /** Where to connect, path included; default: `/ws` on the server. */
  signalingUrl?: string;
}

/** How to come online. */
export interface OnlineOptions {
  /** Default: the page's own origin. */
  serverUrl?: string;
  /** Gets a user token, best with `signIn`: at the start unless there is a `ticket`, and when the last one has expired. */
  signIn: () => Promise<UserTicket>;
  /** The answer of a sign-in that has just been made. */
  ticket?: UserTicket;
  /**
   * One for each device (a browser, a phone), kept over reloads: a newer connection of the same device takes the older
   * one's place, and its call.
   */
  deviceId: string;
}
