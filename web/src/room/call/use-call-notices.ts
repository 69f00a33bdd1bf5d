import type { Call, CallEvents } from "@chamcall/client";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { announce, toast } from "../../lib/notices.ts";
import { useMediaText } from "../use-media-text.ts";

type Source = "camera" | "microphone" | "screen";

/**
 * Tells what happens in the call: who comes and goes is shown and spoken, who mutes is only spoken.
 * `comings` false: in a call of two, who comes and goes is the call itself.
 */
export function useCallNotices(call: Call, comings: boolean): void {
  const { t } = useTranslation();
  const mediaText = useMediaText();
  useEffect(() => {
    const nameOf = (userId: string) => call.getSnapshot().participants.find((one) => one.userId === userId)?.name;
    const isSelf = (userId: string) => call.getSnapshot().self.userId === userId;
    const offs = [
      call.on("participantConnected", ({ userId, name }) => {
        if (comings) toast(t("room.call.joined", { name }), { about: userId });
      }),
      call.on("participantDisconnected", ({ userId, name, reason }) => {
        const text = gone(name, reason);
        if (comings && text !== undefined) toast(text, { about: userId });
      }),
      call.on("reconnecting", () => announce(t("room.call.reconnecting"))),
      call.on("reconnected", () => toast(t("room.call.reconnected"))),
      call.on("localMediaFailed", ({ source, reason }) => toast(mediaText(source, reason), { tone: "problem" })),
      call.on("trackMuted", ({ userId, source }) => speak(userId, source, false)),
      call.on("trackUnmuted", ({ userId, source }) => speak(userId, source, true)),
    ];
    return () => {
      for (const off of offs) off();
    };

    function gone(name: string, reason: CallEvents["participantDisconnected"]["reason"]): string | undefined {
      switch (reason) {
        case "left":
          return t("room.call.left", { name });
        case "removed":
          return t("room.call.leftRemoved", { name });
        case "disconnected":
          return t("room.call.leftConnection", { name });
        case "replaced":
          return undefined;
      }
    }

    function speak(userId: string, source: Source, on: boolean): void {
      const words = isSelf(userId) ? ofSelf(source, on) : ofOther(nameOf(userId), source, on);
      if (words !== undefined) announce(words);
    }

    function ofSelf(source: Source, on: boolean): string | undefined {
      switch (source) {
        case "microphone":
          return on ? t("room.call.selfUnmuted") : t("room.call.selfMuted");
        case "camera":
          return on ? t("room.call.selfCameraOn") : t("room.call.selfCameraOff");
        case "screen":
          return undefined;
      }
    }

    function ofOther(name: string | undefined, source: Source, on: boolean): string | undefined {
      if (name === undefined) return undefined;
      switch (source) {
        case "microphone":
          return on ? t("room.call.unmuted", { name }) : t("room.call.muted", { name });
        case "camera":
          return on ? t("room.call.cameraOn", { name }) : t("room.call.cameraOff", { name });
        case "screen":
          return on ? t("room.call.screenOn", { name }) : t("room.call.screenOff", { name });
      }
    }
  }, [call, comings, t, mediaText]);
}
