import { type Budget, matchSequences } from './match-sequences.ts';
import { splitWords } from './split-text.ts';

/** A stretch of text that both sides have, or only one. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer passages, in UTF-16 units, are not compared word by word. */
const longestPassage = 300_000;
/** Where less than this share of the longer side is the same, marking single words would only confuse. */
const leastInCommon = 0.2;

/** Compares a passage word by word. What is not `added` is the old passage, what is not `removed` the new one. */
export function diffWords(from: string, to: string, budget: Budget): DiffPart[] {
  const whole = toParts([
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ]);
  const longest = Math.max(from.length, to.length);
  if (from === '' || to === '' || longest > longestPassage || budget.steps <= 0) return whole;
  const parts = joinSmallParts(compare(splitWords(from), splitWords(to), budget));
  const common = parts.filter(({ kind, text }) => kind === 'same' && hasWords(text));
  const length = common.reduce((sum, { text }) => sum + text.length, 0);
  return length < leastInCommon * longest ? whole : parts;
}

function compare(from: readonly string[], to: readonly string[], budget: Budget): DiffPart[] {
  const parts: DiffPart[] = [];
  let [fromAt, toAt] = [0, 0];
  const changeUpTo = (fromEnd: number, toEnd: number) => {
    parts.push({ kind: 'removed', text: from.slice(fromAt, fromEnd).join('') });
    parts.push({ kind: 'added', text: to.slice(toAt, toEnd).join('') });
  };
  for (const match of matchSequences(from, to, budget)) {
    changeUpTo(match.from, match.to);
    fromAt = match.from + match.length;
    toAt = match.to + match.length;
    parts.push({ kind: 'same', text: from.slice(match.from, fromAt).join('') });
  }
  changeUpTo(from.length, to.length);
  return toParts(parts);
}

/** Takes spaces and signs between two changed words into the change: “a quick fox” reads better in one piece. */
function joinSmallParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const [index, part] of parts.entries()) {
    const isBetween = index > 0 && index < parts.length - 1;
    if (part.kind !== 'same' || !isBetween || hasWords(part.text) || part.text.includes('\n'))
      joined.push(part);
    else joined.push({ kind: 'removed', text: part.text }, { kind: 'added', text: part.text });
  }
  return toParts(joined);
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Between two common parts, one removed and one added at most, in this order; none is empty. */
function toParts(parts: readonly DiffPart[]): DiffPart[] {
  const tidy: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const settle = () => {
    if (removed !== '') tidy.push({ kind: 'removed', text: removed });
    if (added !== '') tidy.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      settle();
      tidy.push({ kind, text });
    }
  }
  settle();
  return tidy;
}
