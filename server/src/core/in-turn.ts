const tails = new Map<string, Promise<unknown>>();

/** Runs tasks of the same key one after another within this process. */
export async function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
  const running = (tails.get(key) ?? Promise.resolve()).then(task, task);
  tails.set(key, running);
  try {
    return await running;
  } finally {
    if (tails.get(key) === running) tails.delete(key);
  }
}
