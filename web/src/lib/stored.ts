/** A value in localStorage that components can follow; falls back to memory where storage is forbidden. */
export interface Stored<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/** Creates one. `parse` must accept anything, null included: the stored text comes from outside. */
export function createStored<T>(key: string, parse: (text: string | null) => T): Stored<T> {
  const listeners = new Set<() => void>();
  let value = parse(read(key));
  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Private mode or a full disk: remembered until the page closes.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
