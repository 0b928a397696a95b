/** A stretch of the old text, in UTF-16 offsets with `end` exclusive, and what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that turn `before` into `after`, first one first: one for each changed line where both have as many
 * lines, else one for all. In a line, what stands in braces is told apart, so that a rename leaves the caret where
 * it was, also between two variables of one paragraph.
 */
export function smallestReplacements(before: string, after: string): Replacement[] {
  return replacePieces(before, after, /(\n)/, (line, other) =>
    replacePieces(line, other, /(\{\{[^{}]*\}\})/, (piece, wanted) => {
      const edit = smallestReplacement(piece, wanted);
      return edit ? [edit] : [];
    }),
  );
}

/** Piece by piece where both texts have as many of them, else in one edit. */
function replacePieces(
  before: string,
  after: string,
  separator: RegExp,
  replace: (piece: string, wanted: string) => readonly Replacement[],
): Replacement[] {
  if (before === after) return [];
  const [from, to] = [before.split(separator), after.split(separator)];
  if (from.length !== to.length) {
    const whole = smallestReplacement(before, after);
    return whole ? [whole] : [];
  }
  let offset = 0;
  return from.flatMap((piece, index) => {
    const start = offset;
    offset += piece.length;
    return replace(piece, to[index] ?? '').map((edit) => ({
      ...edit,
      start: start + edit.start,
      end: start + edit.end,
    }));
  });
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
