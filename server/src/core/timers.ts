/** Named timers of this node; none of them keeps the process alive. */
export class Timers {
  readonly #running = new Map<string, NodeJS.Timeout>();

  /** Runs the task after `ms` unless the timer is cleared; one of the same name is cleared first. */
  set(name: string, ms: number, task: () => void): void {
    this.clear(name);
    const timer = setTimeout(() => {
      this.#running.delete(name);
      task();
    }, ms);
    timer.unref();
    this.#running.set(name, timer);
  }

  clear(name: string): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clearAll(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
    this.#running.clear();
  }
}
