import type { Participant, RoomInfo } from "@chamcall/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Topology } from "../mesh/topology.ts";
import { CallStore } from "./call-store.ts";
import { newParticipant } from "./new-participant.ts";
import type { MediaConnection } from "./participant-snapshot.ts";
import { Roster } from "./roster.ts";

function person(userId: string, instanceId = "1"): Participant {
  const media = { audio: true, video: true, screen: false };
  return { userId, instanceId, name: userId, role: "participant", joinedAt: "2026-01-01T00:00:00.000Z", ...media };
}

function setUp(connection: MediaConnection = "connected") {
  const room = {} as RoomInfo;
  const self = newParticipant(person("self"), true);
  const store = new CallStore({
    state: { state: "connected" },
    roomId: "r",
    room,
    self,
    participants: [],
    activeSpeakers: [],
  });
  const topology = {
    connect: vi.fn(),
    confirm: vi.fn(),
    disconnect: vi.fn(),
    connection: () => connection,
  };
  const events: string[] = [];
  const roster = new Roster({
    store,
    topology: topology as unknown as Topology,
    emit: (...[event]) => void events.push(event),
    changed: () => undefined,
  });
  const names = () => store.snapshot.participants.map(({ userId }) => userId);
  return { store, topology, events, roster, names };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("waits for the offers of those already there and offers to those who come", () => {
  const { roster, topology, events, names } = setUp();
  roster.begin([person("a")]);
  roster.joined(person("b"));
  expect(topology.connect.mock.calls.map(([peer, role]) => [peer.userId, role])).toEqual([
    ["a", "wait"],
    ["b", "offer"],
  ]);
  expect(events).toEqual(["participantConnected"]);
  expect(names()).toEqual(["a", "b"]);
});

it("keeps the media path of the same page silently", () => {
  const { roster, topology, events, store } = setUp();
  roster.begin([person("a")]);
  const before = store.snapshot;
  roster.joined(person("a"));
  expect(topology.confirm).toHaveBeenCalledOnce();
  expect(topology.connect).toHaveBeenCalledOnce();
  expect(events).toEqual([]);
  expect(store.snapshot).toBe(before);
});

it("connects anew to a reloaded page, as the same participant", () => {
  const { roster, topology, events, names } = setUp();
  roster.begin([person("a")]);
  roster.left("a", "replaced");
  roster.joined(person("a", "2"));
  vi.runAllTimers();
  expect(topology.connect).toHaveBeenLastCalledWith(expect.objectContaining({ userId: "a" }), "offer");
  expect(events).toEqual([]);
  expect(names()).toEqual(["a"]);
});

it("gives those missing after a restart ten seconds while their media flows", () => {
  const { roster, topology, events, names } = setUp("connected");
  roster.begin([person("back"), person("gone")]);
  roster.rejoin([]);
  vi.advanceTimersByTime(9000);
  roster.joined(person("back"));
  expect(names()).toEqual(["back", "gone"]);
  vi.advanceTimersByTime(1000);
  expect(names()).toEqual(["back"]);
  expect(events).toEqual(["participantDisconnected"]);
  expect(topology.disconnect).toHaveBeenCalledExactlyOnceWith("gone");
});

it("drops those missing whose media has stopped", () => {
  const { roster, events, names } = setUp("reconnecting");
  roster.begin([person("gone")]);
  roster.rejoin([]);
  expect(names()).toEqual([]);
  expect(events).toEqual(["participantDisconnected"]);
});

it("keeps the order in which people came, whatever order they come back in", () => {
  const { roster, names } = setUp();
  roster.begin([person("a"), person("b")]);
  roster.rejoin([person("b"), person("c"), person("a")]);
  expect(names()).toEqual(["a", "b", "c"]);
});
