import type { CSSProperties } from "react";
import type { PersonInArt } from "./hero-people.ts";

/** One tile of the picture with its figure; `turn` says when it is theirs to speak. */
export function HeroPerson({ person, turn }: { person: PersonInArt; turn: number }) {
  const { x, y, width, height, scale, hue, skin, hair, style } = person;
  const clip = `hero-${hue}`;
  return (
    <g className="hero-tile" style={{ "--hue": hue, "--turn": turn } as CSSProperties}>
      <clipPath id={clip}>
        <rect x={x} y={y} width={width} height={height} rx="26" />
      </clipPath>
      <rect className="hero-ground" x={x} y={y} width={width} height={height} rx="26" />
      <g clipPath={`url(#${clip})`}>
        <circle className="hero-glow" cx={x + width / 2} cy={y + height * 0.52} r={height * 0.42} />
        <g transform={`translate(${x + width / 2} ${y + height + 4}) scale(${scale})`}>
          <g className="hero-figure">
            {style === "bob" && <rect x="-45" y="-166" width="90" height="98" rx="44" fill={hair} />}
            {style === "bun" && <circle cx="0" cy="-166" r="17" fill={hair} />}
            {style === "scarf" && (
              <path d="M-46-122a46 48 0 0 1 92 0c0 34 14 46 20 64H-66c6-18 20-30 20-64Z" fill={hair} />
            )}
            <path className="hero-cloth" d="M-84 6C-84-50-52-76 0-76S84-50 84 6Z" />
            {style !== "scarf" && <path d="M-17-104h34v32a17 15 0 0 1-34 0Z" fill={skin} />}
            {style === "scarf" && <path d="M-40-98h80c0 26-14 44-40 44s-40-18-40-44Z" fill={hair} />}
            <circle cx="0" cy="-124" r={style === "scarf" ? 31 : 37} fill={skin} />
            {style !== "scarf" && (
              <path d="M-40-122a40 42 0 0 1 80 0c-4-13-11-21-21-25-16 6-43 4-50 7-4 4-8 10-9 18Z" fill={hair} />
            )}
            <circle cx="-12" cy="-122" r="3.2" className="hero-line" />
            <circle cx="12" cy="-122" r="3.2" className="hero-line" />
            <path d="M-9-109q9 9 18 0" className="hero-smile" />
          </g>
        </g>
      </g>
      <rect className="hero-ring" x={x + 2} y={y + 2} width={width - 4} height={height - 4} rx="24" />
      <g className="hero-voice" transform={`translate(${x + 18} ${y + height - 38})`}>
        <rect width="34" height="24" rx="8" />
        <path d="M11 14v-4M17 17V7M23 14v-4" />
      </g>
    </g>
  );
}
