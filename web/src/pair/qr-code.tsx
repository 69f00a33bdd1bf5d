import { useMemo } from "react";
import { qrModules } from "./qr-modules.ts";

/** Light modules around the symbol: readers need four of them. */
const quietZone = 4;

/** A QR code, dark on white in either scheme: many readers don't take it the other way round. Empty without a text. */
export function QrCode({ text, label }: { text: string | undefined; label: string }) {
  const modules = useMemo(() => (text === undefined ? undefined : qrModules(text)), [text]);
  if (modules === undefined) return <div className="qr" />;
  const side = modules.size + 2 * quietZone;
  return (
    <svg className="qr" viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} role="img" aria-label={label}>
      <path d={modules.path} />
    </svg>
  );
}
