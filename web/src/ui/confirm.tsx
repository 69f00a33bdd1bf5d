import { AlertDialog } from "radix-ui";
import { useTranslation } from "react-i18next";

/** Asks before something that can't be taken back. */
export function Confirm(props: {
  open: boolean;
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="overlay" />
        <AlertDialog.Content className="modal modal-small">
          <AlertDialog.Title className="modal-title">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="modal-text">{props.text}</AlertDialog.Description>
          <div className="modal-actions">
            <AlertDialog.Cancel className="button" data-tone="plain">
              {t("app.cancel")}
            </AlertDialog.Cancel>
            <AlertDialog.Action className="button" data-tone="danger" onClick={props.onConfirm}>
              {props.action}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
