import { createStored } from "../../lib/stored.ts";

/** Whether calls are heard ringing; kept in localStorage. */
export const soundStore = createStored("chamcall.ringing", (text) => text !== "false");
