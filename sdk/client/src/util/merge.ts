/** `base` with `patch` laid over it; `base` itself when that changes nothing. */
export function merge<T extends object>(base: T, patch: Partial<T>): T {
  const changed = (Object.keys(patch) as (keyof T)[]).some((key) => !Object.is(base[key], patch[key]));
  return changed ? { ...base, ...patch } : base;
}
