/** One of the two that are compared. */
export interface Side {
  name: "bare" | "chamcall";
  /** A page of the server that asks for nothing itself; the script is evaluated in it, so that both are same-origin. */
  address: string;
  script: string;
}
