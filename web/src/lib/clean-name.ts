/** A typed or pasted name without the control characters that no server takes; a tab or line break becomes a space. */
export function cleanName(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").replace(/\p{Cc}/gu, "");
}
