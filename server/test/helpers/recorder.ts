export interface Heard<M> {
  name: keyof M & string;
  data: unknown;
  seq: number | undefined;
}

/** A connection with named events: a Socket.IO socket is one. */
export interface Source {
  onAny(listener: (name: string, data: unknown, seq: unknown) => void): unknown;
  once(event: "disconnect", listener: (reason: string) => void): unknown;
}

/** Longer than anything here takes; only a test that fails waits for it. */
const GIVE_UP_MS = 8000;

/** Keeps every event of a socket in order, and waits for those that are still to come. */
export class Recorder<M extends object> {
  /** Everything heard so far, oldest first. */
  readonly all: Heard<M>[] = [];
  /** Why the connection ended, once it has. */
  readonly ended: Promise<string>;
  readonly #unread: Heard<M>[] = [];
  readonly #look = new Set<() => void>();

  constructor(source: Source) {
    source.onAny((name, data, seq) => {
      const heard = { name: name as keyof M & string, data, seq: typeof seq === "number" ? seq : undefined };
      this.all.push(heard);
      this.#unread.push(heard);
      for (const look of this.#look) look();
    });
    this.ended = new Promise((resolve) => source.once("disconnect", resolve));
  }

  get names(): string[] {
    return this.all.map(({ name }) => name);
  }

  /** The oldest unread event of this name (that matches), now or as soon as it comes; it is read then. */
  async next<N extends keyof M & string>(name: N, matches: (data: M[N]) => boolean = () => true): Promise<M[N]> {
    const { data } = await this.nextHeard(name, matches);
    return data as M[N];
  }

  /** Like `next`, with the number it came with. */
  async nextHeard<N extends keyof M & string>(
    name: N,
    matches: (data: M[N]) => boolean = () => true,
  ): Promise<Heard<M> & { data: M[N] }> {
    const take = () => {
      const index = this.#unread.findIndex((heard) => heard.name === name && matches(heard.data as M[N]));
      return index < 0 ? undefined : (this.#unread.splice(index, 1)[0] as Heard<M> & { data: M[N] });
    };
    const already = take();
    if (already) return already;
    const { promise, resolve, reject } = Promise.withResolvers<Heard<M> & { data: M[N] }>();
    const look = () => {
      const found = take();
      if (!found) return;
      // At once: several events can come before a promise has told.
      this.#look.delete(look);
      resolve(found);
    };
    const giveUp = setTimeout(
      () => reject(new Error(`no ${name} came; heard: ${this.names.join(", ") || "nothing"}`)),
      GIVE_UP_MS,
    );
    this.#look.add(look);
    return promise.finally(() => {
      clearTimeout(giveUp);
      this.#look.delete(look);
    });
  }
}
