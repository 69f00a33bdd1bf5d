import { app } from "./en/app.ts";
import { embed } from "./en/embed.ts";
import { home } from "./en/home.ts";
import { labels } from "./en/labels.ts";
import { pair } from "./en/pair.ts";
import { people } from "./en/people.ts";
import { problem } from "./en/problem.ts";
import { room } from "./en/room.ts";

/** Every text of the web app. Copy this file and its folder, translate the values, and add the copy in `i18n.ts`. */
export const en = {
  app,
  home,
  room,
  people,
  pair,
  embed,
  errors: {
    BAD_REQUEST: "The server didn’t accept that. Check what you entered.",
    UNKNOWN_EVENT: "The server doesn’t know how to do that. Reload the page to get its newest version.",
    UNAUTHORIZED: "Your place in the room is no longer valid. Join again.",
    APP_UNAUTHORIZED: "The product’s server has no valid access to this one.",
    AUTH_FAILED: "That password isn’t right for this room.",
    AUTH_REQUIRED: "This room needs a password.",
    FORBIDDEN: "You aren’t allowed to do that here.",
    APP_DISABLED: "This product can’t make calls at the moment.",
    ORIGIN_NOT_ALLOWED: "This site isn’t allowed to use that server.",
    NOT_FOUND: "There is no such room on this server.",
    NOT_IN_ROOM: "You aren’t in the room any more. Join again.",
    ALREADY_IN_ROOM: "You’re still in another room. Leave it first.",
    TARGET_NOT_FOUND: "They aren’t in the room any more.",
    TARGET_AMBIGUOUS: "Several people are here. Choose one.",
    USER_ID_TAKEN: "Join with another identity, or leave the call there first.",
    REMOVED: "The host removed you from the room.",
    REPLACED: "You joined this room from somewhere else.",
    NOT_ONLINE: "You aren’t online yet. Wait a moment, then try again.",
    USER_OFFLINE: "They aren’t online right now.",
    USER_BUSY: "They’re in another call.",
    SELF_CALL: "That’s your own name. Call someone else.",
    ALREADY_IN_CALL: "You’re already in a call. End it before you start another.",
    NOT_IN_CALL: "You aren’t in that call any more.",
    CALL_OVER: "That call is over. Call again to go on talking.",
    CALL_TAKEN: "That call is on another of your devices.",
    DEVICE_INCOMPATIBLE: "They’re online with an app that can’t take this kind of call.",
    ROOM_ENDED: "This room has been ended. Nobody can enter it any more.",
    LIMIT_REACHED: "That is more than is allowed here.",
    IDEMPOTENCY_MISMATCH: "That request was made before with other contents.",
    ROOM_FULL: "The room is full. Try again when someone has left.",
    MESSAGE_TOO_LARGE: "That is too much at once. Try something shorter.",
    TOO_MANY_ATTEMPTS: "Too many wrong passwords. Wait a little before you try again.",
    RATE_LIMITED: "That was too often in a short time. Wait a moment, then try again.",
    INTERNAL: "Something went wrong on the server. Try again.",
    DRAINING: "The server is restarting. Try again in a few seconds.",
    SERVER_UNREACHABLE: "The server doesn’t answer. Check your connection and try again.",
    UNSUPPORTED_BROWSER: "This browser can’t make calls. Try a current one.",
    DEVICE_UNAVAILABLE: "That device couldn’t be opened.",
    CLOSED: "The call has ended. Join again.",
  },
  labels,
  problem,
} as const;
