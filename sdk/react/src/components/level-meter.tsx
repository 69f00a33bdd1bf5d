import { type CSSProperties, useEffect, useRef } from "react";

/** Live loudness as a row of segments. `getLevel` gives 0..1 and is asked every frame. Decoration only. */
export function LevelMeter({ getLevel, segments = 12 }: { getLevel: () => number; segments?: number }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = 0;
    let shown = 0;
    const draw = () => {
      // Fast up, slow down: the eye follows syllables, not samples.
      const level = Math.min(1, Math.max(0, getLevel()));
      shown = level > shown ? level : shown * 0.9 + level * 0.1;
      ref.current?.style.setProperty("--cc-level", Math.min(1, Math.sqrt(shown) * 1.15).toFixed(3));
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [getLevel]);
  return (
    <span ref={ref} className="cc-meter" aria-hidden>
      {Array.from({ length: segments }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: segments never move
        <i key={i} style={{ "--cc-at": i / segments } as CSSProperties} />
      ))}
    </span>
  );
}
