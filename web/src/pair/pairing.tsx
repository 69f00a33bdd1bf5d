import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deviceId } from "../lib/device-id.ts";
import { Brand } from "../ui/brand.tsx";
import { LoadingScreen } from "../ui/loading-screen.tsx";
import { ThemeToggle } from "../ui/theme-toggle.tsx";
import { EnterCode } from "./enter-code.tsx";
import { createPairingApi } from "./pairing-api.ts";
import { ShowCode } from "./show-code.tsx";
import { useCodeEntry } from "./use-code-entry.ts";
import { useLinkedCode } from "./use-linked-code.ts";
import { usePairRoom } from "./use-pair-room.ts";

/** Both halves of pairing on one screen; whichever succeeds leads into the call. */
export function Pairing() {
  const { t } = useTranslation();
  const [api] = useState(() => createPairingApi(deviceId()));
  const entry = useCodeEntry(api);
  const linked = useLinkedCode(entry.accept);
  const [accepted, setAccepted] = useState<string>();
  const { state } = entry;
  const roomId = state.state === "paired" ? state.roomId : accepted;
  usePairRoom(roomId);

  const connecting = linked || roomId !== undefined || (state.state === "accepting" && state.by === "link");
  return (
    <>
      <title>{t("pair.title")}</title>
      {connecting ? (
        <LoadingScreen text={t("pair.connecting")} />
      ) : (
        <div className="page pair-page">
          <header className="page-head">
            <Brand />
            <ThemeToggle />
          </header>
          <main className="pair">
            <div className="pair-intro">
              <h1>{t("pair.headline")}</h1>
              <p>{t("pair.lead")}</p>
            </div>
            <div className="pair-card">
              <ShowCode api={api} onPaired={setAccepted} />
              <EnterCode entry={entry} />
            </div>
          </main>
        </div>
      )}
    </>
  );
}
