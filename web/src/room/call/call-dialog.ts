/** What lies over the call. */
export type CallDialog = "settings" | "shortcuts" | "devices";
