import { isSupported } from "@chamcall/client";
import { MapPinOff } from "lucide-react";
import { Tooltip } from "radix-ui";
import { useTranslation } from "react-i18next";
import { useLocation, useParams } from "react-router";
import { isRoomId } from "../lib/is-room-id.ts";
import { CallRoom } from "../people/call/call-room.tsx";
import { callIn } from "../people/call-state.ts";
import { HomeButton } from "../ui/home-button.tsx";
import { MessageScreen } from "../ui/message-screen.tsx";
import { UnsupportedScreen } from "./ends/unsupported-screen.tsx";
import { Room } from "./room.tsx";
import "../styles/room.css";

/** `/room/:roomId`: what stands in the way of any call is told here. */
export function RoomPage() {
  const { t } = useTranslation();
  const { roomId = "" } = useParams();
  const { state } = useLocation();
  if (!isRoomId(roomId)) {
    return (
      <MessageScreen icon={<MapPinOff />} title={t("room.ends.invalidTitle")} text={t("room.ends.invalidText")}>
        <HomeButton tone="primary" />
      </MessageScreen>
    );
  }
  if (!isSupported()) return <UnsupportedScreen />;
  return (
    <Tooltip.Provider delayDuration={350}>
      {callIn(state) === undefined ? <Room key={roomId} roomId={roomId} /> : <CallRoom key={roomId} roomId={roomId} />}
    </Tooltip.Provider>
  );
}
