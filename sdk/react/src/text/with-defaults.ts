import { defaultLabels, type Labels } from "./labels.ts";

/** The labels to use when only some are given. */
export function withDefaults(labels: Partial<Labels> | undefined): Labels {
  return labels === undefined ? defaultLabels : { ...defaultLabels, ...labels };
}
