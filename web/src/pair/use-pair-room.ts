import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { preferences } from "../lib/preferences.ts";
import type { EnterState } from "../room/enter-state.ts";
import { deviceKind } from "./device-kind.ts";

/** Leads into the pair's call once there is one, without the preview; what a call needs is loaded meanwhile. */
export function usePairRoom(roomId: string | undefined): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => void import("../room/room-page.tsx").catch(() => {}), []);
  useEffect(() => {
    if (roomId === undefined) return;
    const displayName = preferences.get().name || t(`pair.device.${deviceKind(navigator)}`);
    const state: EnterState = { enter: { displayName } };
    // In place of this page: whoever goes back doesn't want another code.
    void navigate(`/room/${roomId}`, { replace: true, state });
  }, [roomId, navigate, t]);
}
