import { Dialog } from "radix-ui";
import { usePeopleScope } from "../people-context.ts";
import { IncomingSheet } from "./incoming-sheet.tsx";
import { OutgoingSheet } from "./outgoing-sheet.tsx";

/** What lies over the page while it rings, here or there; only a button ends it. */
export function CallSheet() {
  const { call, agent, media } = usePeopleScope();
  if (agent === undefined) return null;
  const isOpen = call.state === "incoming" || call.state === "answering" || call.state === "outgoing";
  return (
    <Dialog.Root open={isOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay call-overlay" />
        {call.state === "outgoing" && <OutgoingSheet call={call} media={media} onCancel={() => agent.hangUp()} />}
        {(call.state === "incoming" || call.state === "answering") && (
          <IncomingSheet
            key={call.callId}
            call={call}
            media={media}
            onAccept={(video) => agent.accept({ video })}
            onDecline={() => agent.hangUp()}
          />
        )}
      </Dialog.Portal>
    </Dialog.Root>
  );
}
