import { formatTable } from "../lib/format-table.ts";
import { median } from "../lib/median.ts";
import { pairedRatio } from "../lib/paired-ratio.ts";
import { spread } from "../lib/spread.ts";
import { type Contender, contenders } from "./contenders.ts";
import type { RunResult } from "./run-once.ts";
import type { WireName } from "./wires/index.ts";

const target = 0.85;
/** Below this share of its core a server was kept from working, and messages a second say nothing about it. */
const saturated = 0.9;

const head = [
  "",
  "messages/s",
  "spread",
  "× floor",
  "µs CPU/message",
  "spread",
  "× floor",
  "characters",
  "server busy",
  "load busy",
];

/** The table, and the ratios as the last lines. */
export function report(results: Record<WireName, RunResult[]>): string {
  const column = (wire: WireName, of: (result: RunResult) => number) => results[wire].map(of);
  const rate = ({ rate }: RunResult) => rate;
  const cpu = ({ cpuPerMessage }: RunResult) => cpuPerMessage;
  const busy = (wire: WireName) => median(column(wire, ({ serverBusy }) => serverBusy));
  const ratio = ({ wire, floor }: Contender, of: (result: RunResult) => number) =>
    pairedRatio(column(wire, of), column(floor, of)).toFixed(2);

  const rows = contenders.map((contender) => {
    const { wire } = contender;
    return [
      wire,
      median(column(wire, rate)).toFixed(0),
      spread(column(wire, rate)),
      ratio(contender, rate),
      median(column(wire, cpu)).toFixed(1),
      spread(column(wire, cpu), 1),
      ratio(contender, cpu),
      median(column(wire, ({ charactersPerMessage }) => charactersPerMessage)).toFixed(0),
      percent(busy(wire)),
      percent(median(column(wire, ({ generatorBusy }) => generatorBusy))),
    ];
  });
  const disturbed = contenders.some(({ wire }) => busy(wire) < saturated);
  return [
    "",
    `Medians of ${results.bare.length} rounds.`,
    formatTable(head, rows),
    "",
    "Every message arrived once, in order and unchanged.",
    ...(disturbed ? ["Something else used the cores: messages/s are worthless, look at the CPU per message."] : []),
    `Target: at least ${target} of its floor's messages/s.`,
    ...contenders
      .filter(({ wire, floor }) => wire !== floor)
      .map((contender) => `ratio ${contender.wire}/${contender.floor}: ${ratio(contender, rate)}`),
  ].join("\n");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
