/** What lets this client connect. */
export interface Ticket {
  /** A room token for a seat, a user token to be online. */
  token: string;
  /** Where to connect, path included: `wss://host/ws`. */
  signalingUrl: string;
}
