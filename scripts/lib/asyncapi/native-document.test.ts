import { describe, expect, it } from "vitest";
import { answers, errors, events, requests } from "../../../protocol/src/index.ts";
import { documentProblems } from "./document-problems.mjs";
import { nativeDocument } from "./native-document.mjs";

interface Document {
  operations: Record<string, { action: string; summary?: string; messages: Ref[]; reply?: { messages: Ref[] } }>;
  components: { messages: Record<string, { payload: object; examples: object[]; headers?: object; tags?: object[] }> };
  "x-errors": object;
}
interface Ref {
  $ref: string;
}

const make = () => structuredClone(nativeDocument({ version: "1.2.3" })) as Document;
const document = make();
const keysOf = (refs: Ref[] = []) => refs.map(({ $ref }) => $ref.replace("#/channels/ws/messages/", ""));

describe("the document of the native protocol", () => {
  it("is AsyncAPI 3, whole, and its examples fit", () => {
    expect(documentProblems(document)).toEqual([]);
  });

  it.each(Object.keys(requests))("has the client's %s with what answers it", (name) => {
    const operation = document.operations[`request.${name}`];
    expect(operation).toMatchObject({ action: "receive", summary: expect.stringMatching(/\w/) });
    expect(keysOf(operation?.messages)).toEqual([`request.${name}`]);
    const done = Object.hasOwn(answers, name) ? `reply.${name}` : "reply.done";
    expect(keysOf(operation?.reply?.messages)).toEqual([done, "reply.refused"]);
  });

  it.each(Object.keys(events))("has the server's %s", (name) => {
    const operation = document.operations[`event.${name}`];
    expect(operation).toMatchObject({ action: "send", summary: expect.stringMatching(/\w/) });
    expect(keysOf(operation?.messages)).toEqual([`event.${name}`]);
  });

  it("tells which connection a message is for, and numbers what belongs to a seat", () => {
    const about = (key: string) => {
      const { tags = [], headers } = document.components.messages[key] ?? expect.unreachable();
      return [...tags.map((tag) => Reflect.get(tag, "name")), ...(headers ? ["numbered"] : [])];
    };
    expect(about("request.webrtc-offer")).toEqual(["room", "numbered"]);
    expect(about("request.call-invite")).toEqual(["people"]);
    expect(about("request.renew-credentials")).toEqual(["room", "people", "numbered"]);
    expect(about("event.joined-room")).toEqual(["room"]);
    expect(about("event.user-left")).toEqual(["room", "numbered"]);
    expect(about("event.online")).toEqual(["people"]);
    expect(about("event.error")).toEqual(["room", "people"]);
  });

  it("refers to what several messages share", () => {
    expect(document.components.messages["event.user-joined"]?.payload).toEqual({
      $ref: "#/components/schemas/Participant",
    });
  });

  it("carries the table of refusals", () => {
    expect(document["x-errors"]).toEqual(errors);
  });
});

describe("a document with a mistake", () => {
  it.each<[string, (document: Document) => void, RegExp]>([
    ["that is no AsyncAPI", (one) => Reflect.deleteProperty(one, "info"), /^not AsyncAPI 3: .*info/],
    [
      "in a reference",
      (one) => Reflect.deleteProperty(one.components.messages, "reply.done"),
      /^nothing is at #\/components\/messages\/reply\.done$/,
    ],
    [
      "without an example",
      (one) => Object.assign(one.components.messages["event.ejected"] ?? {}, { examples: [] }),
      /^event\.ejected has no example$/,
    ],
    [
      "in an example",
      (one) =>
        Object.assign(one.components.messages["event.ejected"] ?? {}, { examples: [{ payload: { reason: 1 } }] }),
      /^an example of event\.ejected doesn't fit: payload\/reason/,
    ],
  ])("%s is found", (_, spoil, problem) => {
    const spoilt = make();
    spoil(spoilt);
    expect(documentProblems(spoilt)[0]).toMatch(problem);
  });
});
