/** Whether asking the server is worth it: someone looks at the page, nobody does, or there is no network. */
export interface Attention {
  get(): "watching" | "hidden" | "offline";
  subscribe(listener: () => void): () => void;
}

/** The page's own. */
export const pageAttention: Attention = {
  get() {
    if (!navigator.onLine) return "offline";
    return document.visibilityState === "visible" ? "watching" : "hidden";
  },
  subscribe(listener) {
    document.addEventListener("visibilitychange", listener);
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      document.removeEventListener("visibilitychange", listener);
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
};
