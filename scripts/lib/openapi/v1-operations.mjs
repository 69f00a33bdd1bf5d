import {
  AppRoom,
  AppRoomPage,
  AppRoomStatus,
  AuthTokenBody,
  AuthTokenReply,
  CreateAppRoomBody,
  CreateAppRoomReply,
  JoinAppRoomBody,
  JoinAppRoomReply,
  PageQuery,
  SessionPage,
  TurnCredentials,
  UpdateAppRoomBody,
} from "../../../protocol/src/index.ts";

/** @import { ErrorCode } from "../../../protocol/src/errors.ts" */

/**
 * @typedef {object} Operation
 * @property {string} id
 * @property {"get" | "post" | "patch" | "delete"} method
 * @property {string} path
 * @property {string} summary
 * @property {object} [query]
 * @property {object} [body]
 * @property {boolean} [bodyOptional] whether the request may come without it
 * @property {boolean} [repeatable] whether it takes an Idempotency-Key
 * @property {boolean} [open] whether it takes no credentials in headers
 * @property {number} status of the answer
 * @property {object} [reply] of the answer, where it has a body
 * @property {ErrorCode[]} refusals besides those that every call can meet
 */

const room = "/rooms/{roomId}";

/** Every call of REST v1. @type {Operation[]} */
export const operations = [
  {
    id: "issueToken",
    method: "post",
    path: "/auth/token",
    summary: "A token of the app, or of one of its users, for the app's secret.",
    open: true,
    body: AuthTokenBody,
    status: 200,
    reply: AuthTokenReply,
    refusals: ["DRAINING"],
  },
  {
    id: "createRoom",
    method: "post",
    path: "/rooms",
    summary: "Makes a room.",
    repeatable: true,
    body: CreateAppRoomBody,
    bodyOptional: true,
    status: 201,
    reply: CreateAppRoomReply,
    refusals: ["LIMIT_REACHED", "IDEMPOTENCY_MISMATCH", "DRAINING"],
  },
  {
    id: "listRooms",
    method: "get",
    path: "/rooms",
    summary: "The app's rooms, the newest first, ended ones too.",
    query: PageQuery,
    status: 200,
    reply: AppRoomPage,
    refusals: [],
  },
  {
    id: "getRoom",
    method: "get",
    path: room,
    summary: "One room.",
    status: 200,
    reply: AppRoom,
    refusals: ["NOT_FOUND"],
  },
  {
    id: "updateRoom",
    method: "patch",
    path: room,
    summary: "Changes what the body names.",
    body: UpdateAppRoomBody,
    bodyOptional: true,
    status: 200,
    reply: AppRoom,
    refusals: ["NOT_FOUND", "LIMIT_REACHED"],
  },
  {
    id: "endRoom",
    method: "delete",
    path: room,
    summary: "Ends the room: everyone is ejected, and nobody gets in any more.",
    status: 200,
    reply: AppRoom,
    refusals: ["NOT_FOUND"],
  },
  {
    id: "joinRoom",
    method: "post",
    path: `${room}/join`,
    summary: "What one person's client needs to connect.",
    body: JoinAppRoomBody,
    status: 200,
    reply: JoinAppRoomReply,
    refusals: ["NOT_FOUND", "ROOM_ENDED", "ROOM_FULL", "DRAINING"],
  },
  {
    id: "getRoomStatus",
    method: "get",
    path: `${room}/status`,
    summary: "Who is in the room now.",
    status: 200,
    reply: AppRoomStatus,
    refusals: ["NOT_FOUND"],
  },
  {
    id: "removeParticipant",
    method: "delete",
    path: `${room}/participants/{userId}`,
    summary: "Sends someone out; their token is no good any more.",
    status: 204,
    refusals: ["NOT_FOUND", "TARGET_NOT_FOUND"],
  },
  {
    id: "listSessions",
    method: "get",
    path: `${room}/sessions`,
    summary: "When someone was in the room, the newest first.",
    query: PageQuery,
    status: 200,
    reply: SessionPage,
    refusals: ["NOT_FOUND"],
  },
  {
    id: "createTurnCredentials",
    method: "post",
    path: "/turn/credentials",
    summary: "Fresh ICE servers for a client.",
    status: 200,
    reply: TurnCredentials,
    refusals: [],
  },
];
