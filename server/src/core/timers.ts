/** Named timers of this node; none of them keeps the process alive. */
export class Timers {
  readonly #running = new Map<string, NodeJS.Timeout>();
  readonly #waiting = new Map<string, () => void>();

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

  /** Runs the task now, or at the end of the stretch of `ms` that an earlier one has begun: then only the last counts. */
  throttle(name: string, ms: number, task: () => void): void {
    if (this.#running.has(name)) {
      this.#waiting.set(name, task);
      return;
    }
    task();
    this.set(name, ms, () => {
      const next = this.#waiting.get(name);
      this.#waiting.delete(name);
      if (next) this.throttle(name, ms, next);
    });
  }

  clear(name: string): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clearAll(): void {
    for (const timer of this.#running.values()) clearTimeout(timer);
    this.#running.clear();
    this.#waiting.clear();
  }
}
