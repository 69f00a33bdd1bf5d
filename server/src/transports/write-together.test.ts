import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { writeTogether } from "./write-together.ts";

it("writes of one turn leave together, those of the next are not held back", async () => {
  const batches: string[][] = [];
  const socket = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      batches.push([String(chunk)]);
      done();
    },
    writev: (chunks, done) => {
      batches.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  const send = (text: string) => {
    writeTogether(socket);
    socket.write(text);
  };
  send("a");
  send("b");
  expect(batches).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([["a", "b"]]);
  send("c");
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([["a", "b"], ["c"]]);
});
