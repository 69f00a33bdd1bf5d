import { VideoCall } from "@chamcall/react";
import { PhoneOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCallLabels } from "../i18n/use-call-labels.ts";
import type { EmbedParams } from "./embed-params.ts";
import { createEmbeddedCall, type EmbeddedCall } from "./embedded-call.ts";
import { openBridge } from "./open-bridge.ts";
import { useEmbedTheme } from "./use-embed-theme.ts";

/** The call, from edge to edge, and its talk with the page around. */
export function EmbedFrame({ params }: { params: EmbedParams }) {
  const { t } = useTranslation();
  const labels = useCallLabels();
  const { roomId, token, userName, userId, audio, video, theme, parentOrigin } = params;
  const [embedded, setEmbedded] = useState<EmbeddedCall>();
  const [givenUp, setGivenUp] = useState(false);
  useEmbedTheme(theme);
  useEffect(() => {
    const bridge = openBridge(parentOrigin, (command) => created.command(command));
    const created = createEmbeddedCall(bridge.emit, () => setGivenUp(true));
    setEmbedded(created);
    return () => bridge.close();
  }, [parentOrigin]);

  if (embedded === undefined) return null;
  if (givenUp) {
    return (
      <div className="embed-problem">
        <PhoneOff aria-hidden />
        <p role="status">{t("embed.over")}</p>
      </div>
    );
  }
  return (
    <VideoCall
      backendUrl={location.origin}
      roomId={roomId}
      token={token}
      {...(userName !== undefined && { userName })}
      {...(userId !== undefined && { userId })}
      startWithAudio={audio}
      startWithVideo={video}
      controls={["mic", "camera", "screen", "fullscreen", "leave"]}
      labels={labels}
      {...(theme !== "system" && { theme })}
      onJoined={embedded.joined}
      onLeft={({ reason }) => embedded.left(reason)}
      onError={(error) => embedded.failed(error, error.code !== "DEVICE_UNAVAILABLE")}
      onParticipantJoined={embedded.participantJoined}
      onParticipantLeft={embedded.participantLeft}
    />
  );
}
