interface NetworkHandlers {
  lost(): void;
  /** The network is back, or the person looks at the page again. */
  back(): void;
}

/** Follows what the browser knows about the network; returns its unsubscribe. */
export function watchNetwork({ lost, back }: NetworkHandlers): () => void {
  const visible = () => {
    if (document.visibilityState === "visible") back();
  };
  addEventListener("offline", lost);
  addEventListener("online", back);
  document.addEventListener("visibilitychange", visible);
  return () => {
    removeEventListener("offline", lost);
    removeEventListener("online", back);
    document.removeEventListener("visibilitychange", visible);
  };
}
