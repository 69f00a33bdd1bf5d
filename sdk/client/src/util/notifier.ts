/** Tells listeners that something changed, at most once per microtask. */
export class Notifier {
  readonly #listeners = new Set<() => void>();
  #scheduled = false;

  /** Returns its unsubscribe. */
  subscribe(listener: () => void): () => void {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  notify(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
