import type { UserAgentState } from "@chamcall/client";
import { Avatar } from "@chamcall/react";
import { Ellipsis, LogOut, Pencil } from "lucide-react";
import { DropdownMenu, Switch } from "radix-ui";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useStored } from "../../lib/use-stored.ts";
import { usePeopleScope } from "../people-context.ts";
import { soundStore } from "../sound/sound-store.ts";
import { NotifyButton } from "./notify-button.tsx";

/** Oneself: under which name one is called, and how one hears of it. */
export function SelfCard() {
  const { t } = useTranslation();
  const { kept, self, state, signOut } = usePeopleScope();
  const id = useId();
  const [sound, setSound] = useStored(soundStore);
  const userId = self?.userId ?? kept?.userId ?? "";
  const name = self?.name ?? kept?.displayName ?? userId;
  return (
    <section className="self" aria-label={t("people.self.region")} data-state={state.state} data-testid="self">
      <div className="self-who">
        <span className="line-face" data-status={state.state === "online" ? "available" : "away"}>
          <Avatar userId={userId} name={name} />
        </span>
        <div className="line-words">
          <strong>{name}</strong>
          <small>
            <span role="status">{stateText(state)}</span>
          </small>
        </div>
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger className="icon-button" aria-label={t("people.self.menu")}>
            <Ellipsis aria-hidden />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
              <DropdownMenu.Item className="menu-item" onSelect={() => signOut(true)}>
                <Pencil aria-hidden />
                {t("people.self.change")}
              </DropdownMenu.Item>
              <DropdownMenu.Item className="menu-item" onSelect={() => signOut(false)}>
                <LogOut aria-hidden />
                {t("people.self.signOut")}
              </DropdownMenu.Item>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      </div>
      <div className="setting">
        <label htmlFor={id} className="setting-words">
          <strong>{t("people.self.sound")}</strong>
          <span>{t("people.self.soundHelp")}</span>
        </label>
        <Switch.Root id={id} className="switch" checked={sound} onCheckedChange={setSound}>
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </div>
      <NotifyButton />
    </section>
  );

  function stateText({ state }: UserAgentState): string {
    switch (state) {
      case "online":
        return name === userId ? t("people.self.online") : t("people.self.onlineAs", { userId });
      case "reconnecting":
        return t("people.self.reconnecting");
      default:
        return t("people.self.connecting");
    }
  }
}
