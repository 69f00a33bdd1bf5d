import { once } from "node:events";
import type { IceServer, WireError } from "@chamcall/protocol";
import { type ClientOptions, WebSocket } from "ws";
import { Recorder } from "./recorder.ts";

/** What a client of the pairing spec hears, by type, without it. */
export interface PairingEvents {
  connected: object;
  room_joined: { roomId: string; participants: number; iceServers: IceServer[] };
  room_ready: { roomId: string; initiator: boolean };
  webrtc_offer: { sdp: string };
  webrtc_answer: { sdp: string };
  ice_candidate: { candidate: unknown };
  peer_left: object;
  peer_disconnected: object;
  left_room: object;
  room_full: { maxParticipants: number };
  pong: object;
  error: WireError;
}

export interface PairingClient {
  socket: WebSocket;
  /** `ended` is the code and reason of the close. */
  events: Recorder<PairingEvents>;
  send(type: string, fields?: object): void;
  /** Sends, and waits for the error that answers. */
  refusal(type: string, fields?: object): Promise<WireError>;
}

const open = new Set<WebSocket>();

/** A raw WebSocket on `/` that has been greeted; not in a room yet. */
export async function openPairingClient(url: string, options: ClientOptions = {}): Promise<PairingClient> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), options);
  open.add(socket);
  const events = record(socket);
  await once(socket, "open");
  await events.next("connected");
  const send = (type: string, fields: object = {}) => socket.send(JSON.stringify({ type, ...fields }));
  return {
    socket,
    events,
    send,
    refusal(type, fields) {
      send(type, fields);
      return events.next("error");
    },
  };
}

export async function joinAsPairingClient(url: string, roomId: string): Promise<PairingClient> {
  const client = await openPairingClient(url);
  client.send("join_room", { roomId });
  await client.events.next("room_joined");
  return client;
}

/** Two in a room that is theirs: the first one there is the initiator. */
export async function joinAsPair(url: string, roomId: string): Promise<[PairingClient, PairingClient]> {
  const first = await joinAsPairingClient(url, roomId);
  const second = await joinAsPairingClient(url, roomId);
  await Promise.all([first, second].map(({ events }) => events.next("room_ready")));
  return [first, second];
}

/** Ends every client a test has left open. */
export function closePairingClients(): void {
  for (const socket of open) socket.terminate();
  open.clear();
}

function record(socket: WebSocket): Recorder<PairingEvents> {
  return new Recorder<PairingEvents>({
    onAny: (listener) =>
      socket.on("message", (frame, isBinary) => {
        if (isBinary) throw new Error("the server sent a binary frame");
        const { type, ...data } = JSON.parse(frame.toString()) as { type: string };
        listener(type, data, undefined);
      }),
    once: (_, listener) => socket.once("close", (code, reason) => listener(`${code} ${reason.toString()}`)),
  });
}
