import type { Budget } from './budget.ts';
import { matchItems, unmatched } from './match-items.ts';
import { hasWords } from './split-text.ts';

/** Gives every text the same number wherever it stands. */
export function createNumbering(): (texts: readonly string[]) => Int32Array {
  const numbers = new Map<string, number>();
  return (texts) => {
    const found = new Int32Array(texts.length);
    for (const [index, text] of texts.entries()) {
      let number = numbers.get(text);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(text, number);
      }
      found[index] = number;
    }
    return found;
  };
}

/** For each line of the old text, the place of the same line in the new one, in order. */
export function matchLines(from: readonly string[], to: readonly string[], budget: Budget): Int32Array {
  const number = createNumbering();
  return matchItems(number(endLast(from)), number(endLast(to)), budget);
}

/** The lines as they would be if the last one ended with a line break, too: it may stand elsewhere in the other text. */
export function endLast(lines: readonly string[]): readonly string[] {
  const last = lines.at(-1);
  return last === undefined || last.endsWith('\n') ? lines : [...lines.slice(0, -1), `${last}\n`];
}

/**
 * Sets empty lines between two changes free again: an empty line is no landmark, and what stands before it in the
 * old text may well stand after it in the new one.
 */
export function releaseEmptyLines(
  partners: Int32Array,
  from: readonly string[],
  toLength: number,
): Int32Array {
  const released = partners.slice();
  let island: number[] = [];
  let islands: number[] = [];
  let [hasFrom, hasTo] = [false, false];
  let isAfterChange = false;
  let expected = 0;
  const endOfChain = () => {
    if (hasFrom && hasTo) for (const index of islands) released[index] = unmatched;
    islands = [];
    [hasFrom, hasTo] = [false, false];
  };
  for (let index = 0; index <= from.length; index += 1) {
    const isEnd = index === from.length;
    const partner = isEnd ? toLength : (partners[index] ?? unmatched);
    const isFromChange = !isEnd && partner === unmatched;
    const isToChange = partner !== unmatched && partner > expected;
    if (isFromChange || isToChange) {
      islands.push(...(isAfterChange ? island : []));
      island = [];
      hasFrom ||= isFromChange;
      hasTo ||= isToChange;
      isAfterChange = true;
    }
    if (isFromChange) continue;
    expected = partner + 1;
    if (isEnd || hasWords(from[index] ?? '')) {
      endOfChain();
      island = [];
      isAfterChange = false;
    } else if (isAfterChange) island.push(index);
  }
  return released;
}
