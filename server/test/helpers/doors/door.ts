/** Someone as a wire tells of them; undefined on a wire that has no identities. */
export type Person = { userId: string; name: string } | undefined;

/** A signal as it crosses a wire, whatever its name there. */
export interface Signals {
  offer: object;
  answer: object;
  candidate: object;
}

/** Someone who came in by a door, heard and spoken to in one way whatever the wire. */
export interface Guest {
  /** What the others call it. */
  readonly name: string;
  /** Its own id, where its wire tells. */
  readonly userId: string | undefined;
  /** Who was there when it came. */
  readonly found: readonly Person[];
  /** The next newcomer. */
  arrival(): Promise<Person>;
  /** `to` is needed where the wire names its targets. */
  signal<K extends keyof Signals>(kind: K, payload: Signals[K], to: string | undefined): void;
  /** The next signal of that kind, with the id of whom it is from, where the wire tells. */
  heard(kind: keyof Signals): Promise<{ from: string | undefined; payload: object }>;
  leave(): void;
  /** Who went next, by id, where the wire tells. */
  departure(): Promise<{ userId: string | undefined; reason: string }>;
}

/** One wire of the server, as a test sees it. */
export interface Door {
  readonly name: string;
  /** Whether its wire has identities. */
  readonly tellsWho: boolean;
  join(url: string, roomId: string, name: string): Promise<Guest>;
}
