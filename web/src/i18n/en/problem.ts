/** An address that leads nowhere, and a page that broke. */
export const problem = {
  notFoundTitle: "There’s nothing here",
  notFoundText: "The address may have a typo. Rooms look like /room/sunny-mountain-42.",
  crashTitle: "Something broke on this page",
  crashText: "Reloading usually helps. If you were in a call, you’ll be taken back into it.",
  crashAction: "Reload",
} as const;
