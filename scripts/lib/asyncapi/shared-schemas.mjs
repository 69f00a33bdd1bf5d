import {
  Answer,
  CallEndReason,
  CallRoom,
  Candidate,
  CurrentCall,
  EjectReason,
  IceServer,
  IncomingCall,
  LeaveReason,
  Offer,
  Participant,
  Person,
  RoomInfo,
  UserPresence,
  WireError,
} from "../../../protocol/src/index.ts";

/** @type {Record<string, object>} */
const shared = {
  Answer,
  CallEndReason,
  CallRoom,
  Candidate,
  CurrentCall,
  EjectReason,
  IceServer,
  IncomingCall,
  LeaveReason,
  Offer,
  Participant,
  Person,
  RoomInfo,
  UserPresence,
  WireError,
};
const names = new Map(Object.entries(shared).map(([name, schema]) => [JSON.stringify(schema), name]));

/** The schemas that several messages are made of, by name. @returns {Record<string, unknown>} */
export function sharedSchemas() {
  return Object.fromEntries(Object.entries(shared).map(([name, schema]) => [name, partsByName(schema)]));
}

/**
 * The schema as plain JSON, in which what is shared is a reference to it.
 * @param {unknown} schema
 * @returns {unknown}
 */
export function byName(schema) {
  const name = names.get(JSON.stringify(schema));
  return name === undefined ? partsByName(schema) : { $ref: `#/components/schemas/${name}` };
}

/** @param {unknown} schema @returns {unknown} */
function partsByName(schema) {
  if (Array.isArray(schema)) return schema.map(byName);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, byName(part)]));
}
