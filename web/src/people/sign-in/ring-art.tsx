import { HeroPerson } from "../../home/hero-person.tsx";

const caller = {
  x: 160,
  y: 56,
  width: 240,
  height: 236,
  scale: 1.16,
  hue: 226,
  skin: "#c98d62",
  hair: "#20262b",
  style: "bob",
} as const;

/** The picture beside the form: someone rings. Decoration. */
export function RingArt() {
  return (
    <svg className="ring-art" viewBox="0 0 560 470" aria-hidden="true">
      <g className="ring-waves">
        <circle cx="280" cy="222" r="150" />
        <circle cx="280" cy="222" r="200" />
        <circle cx="280" cy="222" r="250" />
      </g>
      <rect className="ring-card" x="136" y="32" width="288" height="406" rx="40" />
      <HeroPerson person={caller} turn={0} />
      <g className="ring-words">
        <rect x="214" y="314" width="132" height="13" rx="6.5" />
        <rect x="240" y="338" width="80" height="9" rx="4.5" />
      </g>
      <g className="ring-no">
        <circle cx="222" cy="392" r="27" />
        <path d="M211 398c7-7 15-7 22 0l4-5c-9-9-21-9-30 0Z" />
      </g>
      <g className="ring-yes">
        <circle cx="338" cy="392" r="27" />
        <path d="M326 384.500h14.500a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H326a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3ZM346.500 390l6.500-4.500v13l-6.500-4.500Z" />
      </g>
    </svg>
  );
}
