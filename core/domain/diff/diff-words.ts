import type { Budget } from './budget.ts';
import { matchItems, unmatched } from './match-items.ts';
import { hasWords } from './split-text.ts';
import type { Words } from './words.ts';

/** A stretch of text that both sides have, or only one. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Where less than this share of the longer side is the same, marking single words would only confuse. */
const leastInCommon = 0.2;
/** So few letters between two longer changes are read as part of the change. */
const smallIsland = 8;

/**
 * Compares a passage word by word. What is not `added` is the old passage, what is not `removed` the new one. `null`
 * where too little is the same, or there was no time to find it.
 */
export function diffWords(from: Words, to: Words, budget: Budget): DiffPart[] | null {
  if (budget.steps <= 0) return null;
  const parts = joinSmallParts(compare(from, to, budget));
  let common = 0;
  for (const { kind, text } of parts) if (kind === 'same' && hasWords(text)) common += text.length;
  const longest = Math.max(lengthOf(from.tokens), lengthOf(to.tokens));
  return common < leastInCommon * longest ? null : parts;
}

/** The passage as one that was replaced as a whole. */
export function replaceWhole(from: string, to: string): DiffPart[] {
  return tidy([
    { kind: 'removed', text: from },
    { kind: 'added', text: to },
  ]);
}

function lengthOf(tokens: readonly string[]): number {
  let length = 0;
  for (const token of tokens) length += token.length;
  return length;
}

function compare(from: Words, to: Words, budget: Budget): DiffPart[] {
  const partners = matchItems(from.numbers, to.numbers, budget);
  const parts: DiffPart[] = [];
  let [fromAt, toAt] = [0, 0];
  const changeUpTo = (fromEnd: number, toEnd: number) => {
    const [before, after] = [from.tokens.slice(fromAt, fromEnd), to.tokens.slice(toAt, toEnd)];
    // The spaces beside what changed did not change with it.
    const leading = before.length > 0 && before[0] === after[0] && isBlank(before[0]) ? 1 : 0;
    const hasMore = Math.min(before.length, after.length) > leading;
    const trailing = hasMore && before.at(-1) === after.at(-1) && isBlank(before.at(-1)) ? 1 : 0;
    const inner = (tokens: readonly string[]) => tokens.slice(leading, tokens.length - trailing).join('');
    if (leading) parts.push({ kind: 'same', text: before[0] ?? '' });
    parts.push({ kind: 'removed', text: inner(before) }, { kind: 'added', text: inner(after) });
    if (trailing) parts.push({ kind: 'same', text: before.at(-1) ?? '' });
  };
  for (const [index, partner] of partners.entries()) {
    if (partner === unmatched) continue;
    const [fromPlace, toPlace] = [from.places[index] ?? 0, to.places[partner] ?? 0];
    changeUpTo(fromPlace, toPlace);
    parts.push({ kind: 'same', text: from.tokens[fromPlace] ?? '' });
    [fromAt, toAt] = [fromPlace + 1, toPlace + 1];
  }
  changeUpTo(from.tokens.length, to.tokens.length);
  return tidy(parts);
}

function isBlank(token: string | undefined): boolean {
  return token !== undefined && token.trim() === '';
}

/** Takes spaces, signs and a lost short word between two changes into the change: it reads better in one piece. */
function joinSmallParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'same' && isIsland(parts, index)) {
      joined.push({ kind: 'removed', text: part.text }, { kind: 'added', text: part.text });
    } else joined.push(part);
  }
  return tidy(joined);
}

function isIsland(parts: readonly DiffPart[], index: number): boolean {
  const text = parts[index]?.text ?? '';
  if (index === 0 || index === parts.length - 1 || text.includes('\n')) return false;
  if (!hasWords(text)) return true;
  if (text.trim().length > smallIsland || text.includes('{{')) return false;
  const least = 2 * text.length;
  return changeLength(parts, index, -1) >= least && changeLength(parts, index, 1) >= least;
}

/** How long the shorter side of the change before or after a part is: only what was replaced draws it in. */
function changeLength(parts: readonly DiffPart[], index: number, step: 1 | -1): number {
  const near = parts[index + step];
  const far = parts[index + 2 * step];
  if (!near || !far || far.kind === 'same') return 0;
  return Math.min(near.text.length, far.text.length);
}

/** Between two common parts, one removed and one added at most, in this order; none is empty. */
function tidy(parts: readonly DiffPart[]): DiffPart[] {
  const settled: DiffPart[] = [];
  let [same, removed, added] = ['', '', ''];
  const settleSame = () => {
    if (same !== '') settled.push({ kind: 'same', text: same });
    same = '';
  };
  const settleChange = () => {
    if (removed !== '') settled.push({ kind: 'removed', text: removed });
    if (added !== '') settled.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'same') {
      settleChange();
      same += text;
    } else {
      settleSame();
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  settleSame();
  settleChange();
  return settled;
}
