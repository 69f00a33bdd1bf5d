/**
 * A typed or pasted code as it was meant: without spaces and dashes, in capitals, look-alikes (O, I, L) put right, and
 * taken out of a pairing link. What can't be a code comes out as something that isn't one.
 */
export function readCode(text: string): string {
  const code = /\/pair\/?#(?<code>[^#]*)$/i.exec(text.trim())?.groups?.code ?? text;
  return code
    .replace(/[\s\p{Dash}\p{Cf}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}
