import type { LocalMedia, MediaSnapshot } from "@chamcall/client";
import { TrackVideo } from "@chamcall/react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** How one is going to be seen, in the corner; nothing while the camera is off. */
export function OwnPicture({ media }: { media: LocalMedia | undefined }) {
  const { t } = useTranslation();
  const snapshot = useSyncExternalStore(media?.subscribe ?? never, media?.getSnapshot ?? (() => nothing));
  if (snapshot?.camera.state !== "on") return null;
  return (
    <div className="call-own" role="img" aria-label={t("people.call.own")}>
      <TrackVideo track={snapshot.camera.track} mirrored />
    </div>
  );
}

const nothing: MediaSnapshot | undefined = undefined;

function never(): () => void {
  return () => {};
}
