import { useTranslation } from "react-i18next";
import { Brand } from "../ui/brand.tsx";
import { ThemeToggle } from "../ui/theme-toggle.tsx";
import { CreateRoom } from "./create-room.tsx";
import { HeroArt } from "./hero-art.tsx";
import { JoinRoom } from "./join-room.tsx";
import { OtherWays } from "./other-ways.tsx";
import { RecentRooms } from "./recent-rooms.tsx";

/** The front door: every way into a call is a part of `.ways`. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <div className="page home">
      <title>{t("home.title")}</title>
      <header className="page-head">
        <Brand />
        <ThemeToggle />
      </header>
      <main className="home-main">
        <div className="home-intro">
          <h1>{t("home.headline")}</h1>
          <p className="home-lead">{t("home.lead")}</p>
        </div>
        <HeroArt />
        <div className="ways">
          <CreateRoom />
          <JoinRoom />
          <OtherWays />
        </div>
        <RecentRooms />
      </main>
      <footer className="home-foot">{t("home.foot")}</footer>
    </div>
  );
}
