import { formatTable } from "../lib/format-table.ts";
import { median } from "../lib/median.ts";
import { pairedRatio } from "../lib/paired-ratio.ts";
import { spread } from "../lib/spread.ts";
import { phases } from "./pages/phases.ts";
import type { RunResult } from "./run-once.ts";
import type { Side } from "./side.ts";

const target = 1.25;

/** The table, and the ratio as the last line. */
export function report({ bare, chamcall }: Record<Side["name"], RunResult[]>): string {
  const row = (name: string, of: (result: RunResult) => number | undefined) => [
    name,
    ...[bare, chamcall].flatMap((all) => {
      const values = all.flatMap((result) => of(result) ?? []);
      return values.length > 0 ? [median(values).toFixed(0), spread(values)] : ["–", ""];
    }),
  ];
  const times = (all: RunResult[]) => all.map(({ newcomer }) => newcomer);
  return [
    "",
    `Medians of ${bare.length} rounds.`,
    formatTable(
      ["ms from the newcomer's join", "bare", "spread", "chamcall", "spread"],
      [
        ...phases.map((phase) => row(phase, (result) => result.phases[phase])),
        row("first frame, newcomer sees host", ({ newcomer }) => newcomer),
        row("first frame, host sees newcomer", ({ host }) => host),
      ],
    ),
    "",
    `Target: at most ${target} times the bare page's time until the newcomer sees the host.`,
    `ratio media: ${pairedRatio(times(chamcall), times(bare)).toFixed(2)}`,
  ].join("\n");
}
