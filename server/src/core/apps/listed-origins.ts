import type { Context } from "../context.ts";

/** How long a change by another process may go unnoticed. */
const KEEP_MS = 2000;

/** Origins that some app lists, from a copy that is read anew every other second at most. */
export class ListedOrigins {
  readonly #ctx: Pick<Context, "apps" | "now">;
  #copy: { at: number; origins: Promise<Set<string>> } | undefined;

  constructor(ctx: Pick<Context, "apps" | "now">) {
    this.#ctx = ctx;
  }

  async has(origin: string): Promise<boolean> {
    const { now } = this.#ctx;
    if (!this.#copy || now() - this.#copy.at >= KEEP_MS) this.#copy = { at: now(), origins: this.#read() };
    return (await this.#copy.origins).has(origin);
  }

  /** Something has changed here. */
  forget(): void {
    this.#copy = undefined;
  }

  async #read(): Promise<Set<string>> {
    const apps = await this.#ctx.apps.list();
    return new Set(apps.flatMap(({ disabledAt, allowedOrigins }) => (disabledAt === null ? allowedOrigins : [])));
  }
}
