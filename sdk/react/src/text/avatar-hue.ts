/** Hues (degrees of OKLCH) far enough apart that two of them are never taken for one. */
const hues = [158, 200, 245, 292, 345, 28, 70, 122];

/** The color of someone without a picture: always the same for the same id. */
export function avatarHue(userId: string): number {
  let hash = 2166136261;
  for (let i = 0; i < userId.length; i++) hash = Math.imul(hash ^ userId.charCodeAt(i), 16777619);
  hash ^= hash >>> 15;
  return hues[(hash >>> 0) % hues.length] ?? 158;
}
