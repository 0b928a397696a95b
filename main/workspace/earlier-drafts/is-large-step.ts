/** So many UTF-16 units do not go by a few strokes of a key. */
const large = 40;

/** True where so much of a text is gone in the next that somebody may want it back. */
export function isLargeStep(before: string, next: string): boolean {
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === next.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end += 1;
  }
  return before.length - start - end >= large;
}
