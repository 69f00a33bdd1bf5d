/** Whether this page was opened by reloading it, or by going back to it, at this very address. */
export function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  if (!(entry instanceof PerformanceNavigationTiming)) return false;
  const again = entry.type === "reload" || entry.type === "back_forward";
  return again && new URL(entry.name).pathname === location.pathname;
}
