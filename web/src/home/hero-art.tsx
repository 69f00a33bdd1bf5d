import { heroPeople } from "./hero-people.ts";
import { HeroPerson } from "./hero-person.tsx";

/** The picture of the front door: four people in a call, taking turns to speak. Decoration. */
export function HeroArt() {
  return (
    <svg className="hero" viewBox="0 0 560 470" aria-hidden="true">
      {heroPeople.map((person, index) => (
        <HeroPerson key={person.hue} person={person} turn={index} />
      ))}
    </svg>
  );
}
