import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A dialog with a title; on phones a sheet from the bottom. */
export function Modal(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content
          className="modal"
          {...(props.description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <header className="modal-head">
            <Dialog.Title className="modal-title">{props.title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t("app.close")}>
              <X />
            </Dialog.Close>
          </header>
          {props.description !== undefined && (
            <Dialog.Description className="modal-text">{props.description}</Dialog.Description>
          )}
          <div className="modal-body">{props.children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
