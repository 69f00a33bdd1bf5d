/** One or two letters that stand for a name: first and last word, by grapheme, so that no emoji or accent is cut in half. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (firstGrapheme(first) + (last === undefined ? "" : firstGrapheme(last))).toLocaleUpperCase();
}

function firstGrapheme(word: string): string {
  const readable = word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, "") || word;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(readable))
    return segment;
  return "";
}
