import { smallestReplacement } from './smallest-replacement.ts';

/** A stretch of a text, in UTF-16 offsets with `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch of `before` stands in `after`; `null` where its words were touched. */
export function followStretch(before: string, after: string, { start, end }: Stretch): Stretch | null {
  const edit = smallestReplacement(before, after);
  if (!edit || end <= edit.start) return { start, end };
  if (start < edit.end) return null;
  const shift = edit.text.length - (edit.end - edit.start);
  return { start: start + shift, end: end + shift };
}
