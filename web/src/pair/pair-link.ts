/** The link that accepts a code. In the fragment the code never reaches a server's log. */
export function pairLink(code: string): string {
  return `${location.origin}/pair#${code}`;
}
