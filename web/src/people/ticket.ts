import type { Identity } from "@chamcall/react";

/** A sign-in that has just been made. */
export type Ticket = NonNullable<Identity["ticket"]>;
