import type { Call, MediaSnapshot } from "@chamcall/client";
import { useWebRTC } from "@chamcall/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CallView } from "../../room/call/call-view.tsx";
import { WaitingCard } from "./waiting-card.tsx";

/** The call of two paired devices: nobody else can come, so there is no link to give away. */
export function PairCall(props: { roomId: string; call: Call; media: MediaSnapshot; onLeave: () => void }) {
  const { call } = props;
  const { t } = useTranslation();
  const { participants } = useWebRTC(call);
  const [met, setMet] = useState<string>();
  const here = participants[0]?.name;
  if (here !== undefined && here !== met) setMet(here);
  const waiting = <WaitingCard met={met !== undefined} />;
  return <CallView {...props} direct={{ name: met ?? t("pair.call.other"), waiting }} />;
}
