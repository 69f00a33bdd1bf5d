/**
 * The one table of refusals: code → HTTP status and the sentence a person can act on.
 * Every door encodes these.
 */
export const errors = {
  BAD_REQUEST: { status: 400, message: "The request is not valid." },
  UNKNOWN_EVENT: {
    status: 400,
    message: "This server does not know that event. Check its name against the documentation.",
  },
  UNAUTHORIZED: { status: 401, message: "A valid token is needed. Join or sign in again to get one." },
  APP_UNAUTHORIZED: {
    status: 401,
    message: "That is no app id with its secret, and no app token. Check them, or get a new token.",
  },
  AUTH_FAILED: { status: 401, message: "That password is not right for this room." },
  AUTH_REQUIRED: { status: 401, message: "This room needs a password." },
  FORBIDDEN: { status: 403, message: "You are not allowed to do that here." },
  APP_DISABLED: { status: 403, message: "This app is disabled. Ask the operator of this server." },
  ORIGIN_NOT_ALLOWED: { status: 403, message: "This site is not allowed to connect. Add it to ALLOWED_ORIGINS." },
  NOT_FOUND: { status: 404, message: "There is nothing at this address. Check it for typing errors." },
  NOT_IN_ROOM: { status: 409, message: "Join a room first." },
  ALREADY_IN_ROOM: { status: 409, message: "Leave the current room before joining another." },
  TARGET_NOT_FOUND: { status: 404, message: "That participant is not in the room." },
  TARGET_AMBIGUOUS: { status: 400, message: "Several others are in the room: say who this is for." },
  USER_ID_TAKEN: { status: 409, message: "Someone with that identity is already in the room. Use another one." },
  REMOVED: { status: 403, message: "The host removed you from the room." },
  REPLACED: { status: 409, message: "You joined this room from somewhere else." },
  NOT_ONLINE: { status: 409, message: "Sign in with a name before calling." },
  USER_OFFLINE: { status: 404, message: "They are not online right now." },
  USER_BUSY: { status: 409, message: "They are in another call." },
  SELF_CALL: { status: 400, message: "You can't call yourself." },
  ALREADY_IN_CALL: { status: 409, message: "End your current call before starting another." },
  NOT_IN_CALL: { status: 409, message: "You are not in a call with them." },
  CALL_OVER: { status: 409, message: "That call is over. Call again to go on talking." },
  CALL_TAKEN: { status: 409, message: "That call is on another of your devices." },
  DEVICE_INCOMPATIBLE: { status: 409, message: "They are online, but with an app that can't take this kind of call." },
  ROOM_ENDED: { status: 410, message: "This room has been ended. Nobody can enter it any more." },
  LIMIT_REACHED: { status: 409, message: "This app has as much of that as it may have." },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    message: "That Idempotency-Key came with another body before. Use a new key for a new request.",
  },
  ROOM_FULL: { status: 409, message: "The room is full. Try again when someone has left." },
  MESSAGE_TOO_LARGE: { status: 413, message: "The message is larger than 64 KB." },
  TOO_MANY_ATTEMPTS: { status: 429, message: "Too many wrong passwords. Wait before trying again." },
  RATE_LIMITED: { status: 429, message: "Too many requests. Wait a moment and try again." },
  INTERNAL: { status: 500, message: "Something went wrong on the server. Try again." },
  DRAINING: { status: 503, message: "The server is restarting. Try again in a few seconds." },
} as const satisfies Record<string, { status: number; message: string }>;

/** Every code a client can meet. */
export type ErrorCode = keyof typeof errors;
