import { hashAppSecret, newAppSecret } from "./app-secret.ts";
import type { AppsContext } from "./create-app.ts";
import { noSuchApp } from "./find-app.ts";

/** How long the former secret stays good unless told otherwise. */
export const FORMER_SECRET_MS = 24 * 60 * 60_000;

/** The new secret, which is never shown again, and until when the former one is good. */
export interface RotatedSecret {
  appSecret: string;
  formerUntil: number;
}

/**
 * Gives the app another secret. The former one stays good for `formerMs`, so that servers can change over without a
 * gap; one that was former already is not. Throws NOT_FOUND.
 */
export async function rotateSecret(
  { apps, now }: AppsContext,
  { appId, formerMs = FORMER_SECRET_MS }: { appId: string; formerMs?: number | undefined },
): Promise<RotatedSecret> {
  const appSecret = newAppSecret();
  const createdAt = now();
  const formerUntil = createdAt + formerMs;
  if (!(await apps.rotate(appId, { hash: hashAppSecret(appSecret), createdAt }, formerUntil))) noSuchApp();
  return { appSecret, formerUntil };
}
