import { expect, test } from "vitest";
import { type ParsedParams, parseEmbedParams, withoutSecrets } from "./embed-params.ts";

const parse = (search: string, hash = "", referrer = ""): ParsedParams => parseEmbedParams({ search, hash }, referrer);
const params = (...given: Parameters<typeof parse>) => {
  const parsed = parse(...given);
  return parsed.ok ? parsed.params : parsed;
};

test("a room and a token are enough", () => {
  const usual = { roomId: "sunny-42", token: "a.b.c", audio: true, video: true, theme: "system" };
  expect(params("?roomId=sunny-42", "#token=a.b.c")).toEqual(usual);
  expect(params("?roomId=sunny-42&token=a.b.c")).toEqual(usual);
});

test("the fragment wins over the query", () => {
  expect(params("?roomId=a&token=query", "#token=fragment&roomId=b")).toMatchObject({ roomId: "b", token: "fragment" });
});

test("everything else", () => {
  const query = "?roomId=a&audio=false&video=0&theme=dark&parentOrigin=https://shop.example&utm_source=x";
  expect(params(query, "#token=t&userName=Ann+%26+Bo&userId=u1")).toEqual({
    roomId: "a",
    token: "t",
    audio: false,
    video: false,
    theme: "dark",
    userName: "Ann & Bo",
    userId: "u1",
    parentOrigin: "https://shop.example",
  });
});

test.each([
  ["", "no-room"],
  ["?roomId=", "no-room"],
  ["?roomId=../x", "no-room"],
  ["?roomId=a", "no-token"],
  ["?roomId=a&token=", "no-token"],
])("%j is %s", (search, problem) => {
  expect(parse(search)).toEqual({ ok: false, problem });
});

test.each(["audio=maybe", "video=on", "theme=blue", "parentOrigin=*", "parentOrigin=null", "parentOrigin=nonsense"])(
  "%s is a bad parameter",
  (pair) => {
    const parameter = pair.split("=")[0];
    expect(parse(`?roomId=a&token=t&${pair}`)).toEqual({ ok: false, problem: "bad-parameter", parameter });
  },
);

test("an origin is exact", () => {
  expect(parse("?roomId=a&token=t&parentOrigin=https://shop.example/path")).toMatchObject({ problem: "bad-parameter" });
  expect(parse("?roomId=a&token=t&parentOrigin=https://shop.example/")).toMatchObject({ problem: "bad-parameter" });
  expect(params("?roomId=a&token=t&parentOrigin=capacitor://localhost")).toMatchObject({
    parentOrigin: "capacitor://localhost",
  });
});

test("without the parameter the page that linked here is the parent", () => {
  expect(params("?roomId=a&token=t", "", "https://shop.example/cart?x=1")).toMatchObject({
    parentOrigin: "https://shop.example",
  });
  expect(params("?roomId=a&token=t&parentOrigin=https://a.example", "", "https://b.example/")).toMatchObject({
    parentOrigin: "https://a.example",
  });
});

test("a problem can still be told to the parent", () => {
  expect(parse("?parentOrigin=https://shop.example")).toEqual({
    ok: false,
    problem: "no-room",
    parentOrigin: "https://shop.example",
  });
});

test.each([
  ["?roomId=a&token=t&theme=dark", "/embed?roomId=a&theme=dark"],
  ["?token=t", "/embed"],
  ["", "/embed"],
])("%j is shown as %s", (search, shown) => {
  expect(withoutSecrets({ pathname: "/embed", search })).toBe(shown);
});
