import type { ConnectionQuality } from "@chamcall/client";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";

const lit = { good: 3, fair: 2, poor: 1, lost: 0 } as const satisfies Record<ConnectionQuality, number>;

/** Three bars that tell how well someone's media comes through. */
export function QualityBars({ quality, labels }: { quality: ConnectionQuality; labels?: Partial<Labels> | undefined }) {
  const text = withDefaults(labels).quality[quality];
  return (
    <svg className="cc-quality" data-quality={quality} viewBox="0 0 16 16" role="img" aria-label={text}>
      <title>{text}</title>
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4.5 - 3}
          y={13 - bar * 3.5}
          width="3"
          height={bar * 3.5}
          rx="1"
          data-lit={bar <= lit[quality]}
        />
      ))}
    </svg>
  );
}
