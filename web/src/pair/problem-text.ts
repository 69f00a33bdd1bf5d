import type { TFunction } from "i18next";
import type { PairingProblem } from "./pairing-problem.ts";

/** What stood in the way and what to do about it, in the person's language. */
export function problemText(problem: PairingProblem | "not-a-code", t: TFunction): string {
  switch (problem) {
    case "not-found":
      return t("pair.problem.notFound");
    case "conflict":
      return t("pair.problem.conflict");
    case "rate-limited":
      return t("pair.problem.busy");
    case "off":
      return t("pair.problem.off");
    case "unreachable":
      return t("pair.problem.unreachable");
    case "failed":
      return t("pair.problem.failed");
    case "not-a-code":
      return t("pair.problem.notACode");
  }
}
