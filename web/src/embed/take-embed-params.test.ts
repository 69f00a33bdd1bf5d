import { expect, test } from "vitest";
import { takeEmbedParams } from "./take-embed-params.ts";

/** A window at an address; `replaceState` changes what it shows. */
function place(href: string, state: unknown = null) {
  const shown = { url: new URL(href), state };
  return {
    shown,
    location: shown.url,
    history: {
      state,
      replaceState: (next: unknown, _: string, url?: string | URL | null) => {
        shown.url = new URL(url ?? "", shown.url);
        shown.state = next;
      },
    },
    document: { referrer: "" },
  };
}

test.each(["?roomId=a&theme=dark#token=t", "?roomId=a&theme=dark&token=t"])("%s loses its token", (address) => {
  const { shown, ...here } = place(`https://s/embed${address}`, { idx: 0 });
  expect(takeEmbedParams(here)).toMatchObject({ ok: true, params: { roomId: "a", token: "t", theme: "dark" } });
  expect(shown.url.href).toBe("https://s/embed?roomId=a&theme=dark");
  expect(shown.state).toMatchObject({ idx: 0 });
});

test("a reload finds the token again", () => {
  const { shown, ...first } = place("https://s/embed?roomId=a#token=t");
  takeEmbedParams(first);
  const { shown: again, ...second } = place(shown.url.href, shown.state);
  expect(takeEmbedParams(second)).toMatchObject({ ok: true, params: { roomId: "a", token: "t" } });
  expect(again.url.href).toBe("https://s/embed?roomId=a");
  const { shown: _, ...third } = place(again.url.href, again.state);
  expect(takeEmbedParams(third)).toMatchObject({ ok: true });
});

test("a new address goes over what was kept", () => {
  const { shown, ...first } = place("https://s/embed?roomId=a#token=t");
  takeEmbedParams(first);
  const { shown: _, ...second } = place("https://s/embed?roomId=b#token=u", shown.state);
  expect(takeEmbedParams(second)).toMatchObject({ ok: true, params: { roomId: "b", token: "u" } });
});

test.each([null, undefined, "x", { embed: null }, { embed: { search: 1, hash: "" } }])("%j keeps nothing", (state) => {
  const { shown: _, ...here } = place("https://s/embed?roomId=a", state);
  expect(takeEmbedParams(here)).toMatchObject({ ok: false, problem: "no-token" });
});
