/** What lets this client take a seat. */
export interface SeatTicket {
  /** Room token. */
  token: string;
  /** Where to connect, path included: `wss://host/ws`. */
  signalingUrl: string;
}
