const statement =
  /(?:^|[;}])[ \t]*(?:import|export)\b\s*(type\b(?!\s*(?:,|from))\s*)?(?:[\w\s{},*$]*?\bfrom\s*)?["']([^"'\n]+)["']/gm;
const call = /\b(?:import|require|require\.resolve)\s*\(\s*["'`]([^"'`\n]+)["'`]/g;
const comment = /^[ \t]*(?:\*|\/\/)/;

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {boolean} typeOnly gone at run time: `import type`, `export type … from`
 * @property {number} line counted from 1
 */

/**
 * Finds what a source file imports, in statements and in calls with a literal. Reads text, not syntax: it expects the
 * layout the formatter makes.
 * @param {string} source
 * @returns {Import[]}
 */
export function importsOf(source) {
  const lines = source.split("\n");
  const lineAt = (/** @type {number} */ index) => source.slice(0, index).split("\n").length;
  const found = [];
  for (const match of source.matchAll(statement)) {
    const [text, type, specifier = ""] = match;
    found.push({ specifier, typeOnly: type !== undefined, line: lineAt(match.index + text.length) });
  }
  for (const match of source.matchAll(call)) {
    const [, specifier = ""] = match;
    const line = lineAt(match.index);
    if (!comment.test(lines[line - 1] ?? "")) found.push({ specifier, typeOnly: false, line });
  }
  return found;
}
