import { Clock3, X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { announce } from "../lib/notices.ts";
import { removeRecentRoom } from "../lib/recent-rooms.ts";
import { recentRooms } from "../lib/recent-rooms-store.ts";
import { timeAgo } from "../lib/time-ago.ts";
import { useStored } from "../lib/use-stored.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** The rooms of before, on this device; nothing where there are none. */
export function RecentRooms() {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [rooms, setRooms] = useStored(recentRooms);
  if (rooms.length === 0) return null;
  return (
    <section className="recent" aria-labelledby={id}>
      <h2 id={id}>{t("home.recent.title")}</h2>
      <ul>
        {rooms.map(({ roomId, at }) => (
          <li key={roomId}>
            <Link to={`/room/${roomId}`}>
              <Clock3 aria-hidden />
              <span className="recent-name">{roomId}</span>
              <span className="recent-time">{timeAgo(at, Date.now(), i18n.language)}</span>
            </Link>
            <IconButton
              label={t("home.recent.remove", { room: roomId })}
              icon={<X />}
              onClick={() => {
                setRooms(removeRecentRoom(rooms, roomId));
                announce(t("home.recent.removed", { room: roomId }));
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
