import { useTranslation } from "react-i18next";
import { shortcutKey } from "../../lib/shortcut-key.ts";
import { Modal } from "../../ui/modal.tsx";

/** The keys of a call. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const rows: readonly [string, readonly string[]][] = [
    [t("room.shortcuts.microphone"), [shortcutKey, "D"]],
    [t("room.shortcuts.camera"), [shortcutKey, "E"]],
    [t("room.shortcuts.talk"), [t("room.shortcuts.hold", { key: t("room.shortcuts.space") })]],
    [t("room.shortcuts.list"), ["?"]],
    [t("room.shortcuts.close"), ["Esc"]],
  ];
  return (
    <Modal open={open} onClose={onClose} title={t("room.shortcuts.title")}>
      <dl className="keys">
        {rows.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
