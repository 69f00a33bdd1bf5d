import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import type { CodeEntry } from "./code-entry.ts";

/**
 * Accepts the code in the address bar and takes it out of there, so that neither a reload nor going back tries it again.
 * Returns whether one is still to be taken up.
 */
export function useLinkedCode(accept: CodeEntry["accept"]): boolean {
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (hash === "") return;
    void accept(decode(hash.slice(1)), "link");
    void navigate(pathname, { replace: true });
  }, [hash, pathname, accept, navigate]);
  return hash !== "";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
