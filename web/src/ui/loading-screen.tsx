import { Logo } from "./logo.tsx";

/** The mark, breathing, while something is on its way; shows only when that takes a moment. */
export function LoadingScreen({ text }: { text?: string }) {
  return (
    <main className="loading" aria-busy="true">
      <Logo size={56} />
      {text !== undefined && <p role="status">{text}</p>}
    </main>
  );
}
