/** How much changed between two texts, in words. */
export interface WordChanges {
  readonly added: number;
  readonly removed: number;
}

// Scripts that write no spaces between words are counted by the character.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*/gu;

/**
 * Counts the words that only one of two texts has, each as often as it is there more often. A word that only moved
 * is not counted. Takes time in proportion to the changed stretch, whatever changed in it.
 */
export function countWordChanges(from: string, to: string): WordChanges {
  const [start, end] = findChangedStretch(from, to);
  const surplus = new Map<string, number>();
  for (const [found] of to.slice(start, to.length - end).matchAll(word)) {
    surplus.set(found, (surplus.get(found) ?? 0) + 1);
  }
  for (const [found] of from.slice(start, from.length - end).matchAll(word)) {
    surplus.set(found, (surplus.get(found) ?? 0) - 1);
  }
  let [added, removed] = [0, 0];
  for (const count of surplus.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}

/** How much both texts begin and end with, up to a space, so that no word is cut. */
function findChangedStretch(from: string, to: string): [start: number, end: number] {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  if (start < from.length || start < to.length) {
    while (start > 0 && !isSpace(from[start - 1])) start -= 1;
  }
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  while (end > 0 && !isSpace(from[from.length - end])) end -= 1;
  return [start, end];
}

const isSpace = (character: string | undefined) => character === ' ' || character === '\n';
