/** Elements whose sound the browser held back until the person does something. */
const waiting = new Set<HTMLMediaElement>();
const listeners = new Set<() => void>();

/**
 * Starts the element; where the browser refuses sound without a gesture it waits in line for
 * `resumePlayback`. Returns a function that takes it out of the line.
 */
export function startPlayback(element: HTMLMediaElement): () => void {
  let given = true;
  // The browser may also relent by itself, for example when the microphone is allowed.
  const heard = () => change(() => waiting.delete(element));
  element.addEventListener("playing", heard);
  element.play().catch((error: unknown) => {
    if (given && error instanceof DOMException && error.name === "NotAllowedError") change(() => waiting.add(element));
  });
  return () => {
    given = false;
    element.removeEventListener("playing", heard);
    heard();
  };
}

/** Call from a click or a key press: everything that waited can be heard. */
export function resumePlayback(): void {
  for (const element of [...waiting]) {
    element.play().then(
      () => change(() => waiting.delete(element)),
      () => {},
    );
  }
}

/** Whether anything waits for a gesture. */
export function playbackBlocked(): boolean {
  return waiting.size > 0;
}

/** Tells when `playbackBlocked` may have changed. */
export function subscribePlayback(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(edit: () => void): void {
  const before = waiting.size;
  edit();
  if (waiting.size !== before) for (const listener of listeners) listener();
}
