import type { Call, ParticipantSnapshot } from "@chamcall/client";
import { useWebRTC } from "@chamcall/react";
import { Link, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../lib/notices.ts";
import { roomUrl } from "../../lib/room-url.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Modal } from "../../ui/modal.tsx";
import { TooltipButton } from "../../ui/tooltip-button.tsx";
import { useCopy } from "../../ui/use-copy.ts";
import { PersonRow } from "./person-row.tsx";

/** Who is here; beside the stage, on phones a sheet. The host can remove someone. */
export function PeoplePanel(props: { call: Call; roomId: string; open: boolean; sheet: boolean; onClose: () => void }) {
  const { call, roomId, open, sheet, onClose } = props;
  const { t } = useTranslation();
  const { self, participants, room } = useWebRTC(call);
  const { copied, copy } = useCopy();
  const id = useId();
  const [leaving, setLeaving] = useState<ParticipantSnapshot>();
  const remove = (userId: string) =>
    void call.removeParticipant(userId).catch(() => toast(t("room.call.failed"), { tone: "problem" }));

  const body = (
    <>
      <ul className="people">
        {[self, ...participants].map((participant) => (
          <PersonRow
            key={participant.userId}
            participant={participant}
            onRemove={self.role === "host" && !participant.isSelf ? () => setLeaving(participant) : undefined}
          />
        ))}
      </ul>
      <Button wide onClick={() => copy(roomUrl(roomId))}>
        <Link aria-hidden />
        {copied ? t("labels.linkCopied") : t("room.people.invite")}
      </Button>
      <Confirm
        open={leaving !== undefined}
        title={t("room.people.removeTitle", { name: leaving?.name ?? "" })}
        text={t("room.people.removeText")}
        action={t("room.people.removeConfirm")}
        onConfirm={() => leaving !== undefined && remove(leaving.userId)}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );

  if (sheet) {
    return (
      <Modal open={open} onClose={onClose} title={t("room.people.title")}>
        {body}
      </Modal>
    );
  }
  if (!open) return null;
  return (
    <aside
      className="people-panel"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <header className="modal-head">
        <h2 id={id} className="modal-title">
          {t("room.people.title")}
          <span className="people-count">{`${participants.length + 1} / ${room.settings.maxParticipants}`}</span>
        </h2>
        <TooltipButton label={t("room.people.close")} icon={<X />} onClick={onClose} />
      </header>
      {body}
    </aside>
  );
}
