/** A stretch of the old text, in UTF-16 offsets with `end` exclusive, and what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that turn `before` into `after`, first one first: one for each changed line where both have as many
 * lines, as after a rename, else one for all.
 */
export function smallestReplacements(before: string, after: string): Replacement[] {
  const [from, to] = [before.split('\n'), after.split('\n')];
  const whole = smallestReplacement(before, after);
  if (from.length !== to.length || !whole) return whole ? [whole] : [];
  const replacements: Replacement[] = [];
  let offset = 0;
  for (const [index, line] of from.entries()) {
    const edit = smallestReplacement(line, to[index] ?? '');
    if (edit) replacements.push({ ...edit, start: offset + edit.start, end: offset + edit.end });
    offset += line.length + 1;
  }
  return replacements;
}

/** The one edit that turns `before` into `after` and touches least, so that the caret stays where it was. */
export function smallestReplacement(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  const longestTail = shorter - start;
  while (tail < longestTail && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
