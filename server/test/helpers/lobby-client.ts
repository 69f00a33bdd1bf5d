import type { IceServer, WireError } from "@chamcall/protocol";
import type { Socket } from "socket.io-client";
import { Recorder } from "./recorder.ts";
import { ask, connected, openSocket } from "./sockets.ts";

export interface LobbyParticipant {
  userId: string;
  username: string;
  joinedAt: string;
}

/** What a client of the lobby spec hears. */
export interface LobbyEvents {
  "joined-room": {
    roomId: string;
    userId: string;
    self: LobbyParticipant;
    participants: LobbyParticipant[];
    iceServers: IceServer[];
    ownerKey?: string;
  };
  "user-joined": LobbyParticipant;
  "user-left": { userId: string; reason: string };
  "webrtc-offer": { from: string; offer: unknown };
  "webrtc-answer": { from: string; answer: unknown };
  "ice-candidate": { from: string; candidate: unknown };
  error: WireError;
}

export interface LobbyClient {
  socket: Socket;
  events: Recorder<LobbyEvents>;
  /** Sends without asking for an acknowledgement: refusals come as events. */
  send(name: string, ...data: unknown[]): void;
  ask(name: string, ...data: unknown[]): Promise<unknown>;
}

/** A client of the lobby spec on the default path, not in a room yet. */
export async function openLobbyClient(
  url: string,
  options: Parameters<typeof openSocket>[1] = {},
): Promise<LobbyClient> {
  const socket = openSocket(url, options);
  const events = new Recorder<LobbyEvents>(socket);
  await connected(socket);
  return {
    socket,
    events,
    send: (name, ...data) => void socket.emit(name, ...data),
    ask: (name, ...data) => ask(socket, name, ...data),
  };
}

export interface JoinedLobbyClient extends LobbyClient {
  joined: LobbyEvents["joined-room"];
  userId: string;
}

export async function joinAsLobbyClient(
  url: string,
  join: { roomId: string; username?: string; password?: string; ownerKey?: string },
): Promise<JoinedLobbyClient> {
  const client = await openLobbyClient(url);
  client.send("join-room", { username: "Someone", ...join });
  const joined = await client.events.next("joined-room");
  return { ...client, joined, userId: joined.userId };
}
