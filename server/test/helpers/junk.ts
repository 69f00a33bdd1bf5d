import fc from "fast-check";

/** Deep enough to hurt whoever recurses over it. */
function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let n = 0; n < levels; n++) value = n % 2 ? [value] : { a: value };
  return value;
}

const HOSTILE: unknown[] = [
  null,
  "",
  "x".repeat(20_000),
  "\u0000",
  "\ud800",
  "__proto__",
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  [[]],
  {},
  JSON.parse('{"__proto__":{"role":"host"}}'),
  { constructor: { prototype: {} } },
  { toJSON: "x" },
  { length: 1e9 },
  deep(500),
  deep(3000),
];

/** Anything JSON can say, weighted towards what breaks things. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** Objects with the given keys, some missing, each with what is right or with junk. */
export function nearly(right: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const keys = Object.fromEntries(
    Object.entries(right).map(([key, value]) => [
      key,
      fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: junk }),
    ]),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.record(keys, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...keys, extra: junk }, { requiredKeys: [] }) },
    { weight: 2, arbitrary: junk },
  );
}

/** Bytes where text is expected. */
export const bytes: fc.Arbitrary<unknown> = fc
  .uint8Array({ maxLength: 64 })
  .map((array) => ({ type: "offer", sdp: Buffer.from(array), password: Buffer.from(array) }));
