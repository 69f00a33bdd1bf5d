/** A short message on screen. */
export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "problem";
  /** What it is about: a newer message about the same takes its place. */
  about: string;
}

/** What is on screen, and what is spoken without being shown. */
export interface Notices {
  toasts: readonly Toast[];
  spoken: string;
}

const listeners = new Set<() => void>();
let notices: Notices = { toasts: [], spoken: "" };
let lastId = 0;

const set = (next: Notices) => {
  notices = next;
  for (const listener of listeners) listener();
};

export const noticeStore = {
  getSnapshot: () => notices,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Shows a message for four seconds, a problem for seven; the place where it appears is read out. */
export function toast(text: string, options: { tone?: Toast["tone"]; about?: string } = {}): void {
  const { tone = "plain", about = text } = options;
  const id = ++lastId;
  const others = notices.toasts.filter((entry) => entry.about !== about);
  set({ ...notices, toasts: [...others.slice(-2), { id, text, tone, about }] });
  setTimeout(() => dismissToast(id), tone === "problem" ? 7000 : 4000);
}

/** Speaks a message to screen readers without showing it. */
export function announce(text: string): void {
  // The same words twice would not be spoken again: a trailing no-break space makes them differ.
  set({ ...notices, spoken: notices.spoken === text ? `${text}\u00a0` : text });
}

export function dismissToast(id: number): void {
  set({ ...notices, toasts: notices.toasts.filter((entry) => entry.id !== id) });
}
