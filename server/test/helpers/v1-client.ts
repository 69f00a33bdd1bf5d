import type { AppRoomStatus, CreateAppRoomBody, JoinAppRoomBody, JoinAppRoomReply } from "@chamcall/protocol";
import { expect } from "vitest";
import type { TestApp } from "./app.ts";
import { type Answer, call } from "./http.ts";
import { connectNatively, type NativeClient } from "./native-client.ts";

type Init = RequestInit & { json?: unknown };

/** A product's server that asks with its app's id and secret. */
export interface V1Client {
  app: TestApp;
  /** One request below `/api/v1`. */
  ask(path: string, init?: Init): Promise<Answer>;
  /** Makes a room, which must succeed. Returns its id. */
  makeRoom(body?: CreateAppRoomBody): Promise<string>;
  /** Lets someone in, which must succeed. */
  admit(roomId: string, body: JoinAppRoomBody): Promise<JoinAppRoomReply>;
  /** Lets someone in, and connects them. */
  enter(roomId: string, body: JoinAppRoomBody): Promise<NativeClient>;
  status(roomId: string): Promise<AppRoomStatus>;
}

export function v1Client(url: string, app: TestApp): V1Client {
  const ask = (path: string, { headers, ...init }: Init = {}) => {
    const all = new Headers(headers);
    all.set("x-app-id", app.appId);
    all.set("x-app-key", app.appSecret);
    return call(`${url}/api/v1${path}`, { ...init, headers: all });
  };
  const admit = async (roomId: string, json: JoinAppRoomBody) => {
    const answer = await ask(`/rooms/${roomId}/join`, { json });
    expect(answer.status, answer.text).toBe(200);
    return answer.body as unknown as JoinAppRoomReply;
  };
  return {
    app,
    ask,
    admit,
    async makeRoom(json = {}) {
      const answer = await ask("/rooms", { json });
      expect(answer.status, answer.text).toBe(201);
      return answer.body.roomId as string;
    },
    async enter(roomId, body) {
      return connectNatively(url, { ...(await admit(roomId, body)), userId: body.userId });
    },
    async status(roomId) {
      const answer = await ask(`/rooms/${roomId}/status`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body as unknown as AppRoomStatus;
    },
  };
}
