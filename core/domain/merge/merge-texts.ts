import type { Budget } from '../diff/budget.ts';
import { matchItems, unmatched } from '../diff/match-items.ts';
import { createNumbering } from '../diff/match-lines.ts';
import { splitWords } from '../diff/split-text.ts';
import { endsSentence, splitIntoSentences } from './split-into-sentences.ts';

/** Who changed a stretch of text. `both` made the same change. */
export type MergeAuthor = 'mine' | 'theirs' | 'both';

/** A stretch of the merged text, or two wordings between which a person has to choose. */
export type MergePart =
  | { readonly kind: 'same'; readonly text: string }
  /** `text` stands for `base` now; either may be empty, not both. */
  | { readonly kind: MergeAuthor; readonly base: string; readonly text: string }
  | { readonly kind: 'conflict'; readonly base: string; readonly mine: string; readonly theirs: string };

/** How much work goes into sentences and into words, so that no texts take long. */
const steps = 10_000_000;

/**
 * Merges two texts that were written from the same base: sentence by sentence, and word by word where both changed
 * the same sentence. Nothing that either side wrote is left out: it is in the merged text or in a conflict.
 * Exchanging the sides gives the same parts with the sides exchanged.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePart[] {
  const budget: Budget = { steps };
  const parts = merge({ base, mine, theirs }, splitIntoSentences, budget).flatMap((part) =>
    part.kind === 'conflict' ? mergeWords(part, budget) : [part],
  );
  return joinSame(parts);
}

/** One side of a merge: what its author wrote, or the base. */
export function sideOf(parts: readonly MergePart[], side: 'base' | 'mine' | 'theirs'): string {
  const textOf = (part: MergePart): string => {
    if (part.kind === 'same') return part.text;
    if (part.kind === 'conflict') return part[side];
    return side !== 'base' && (part.kind === side || part.kind === 'both') ? part.text : part.base;
  };
  return parts.map(textOf).join('');
}

/** Merges what both changed word by word, and keeps whole sentences apart where that is no merge to be read. */
function mergeWords(texts: ThreeTexts, budget: Budget): MergePart[] {
  const stretches: MergePart[][] = [[]];
  for (const part of joinSame(merge(texts, splitWords, budget))) {
    const pieces = part.kind === 'same' ? splitIntoSentences(part.text) : [];
    if (part.kind !== 'same') stretches.at(-1)?.push(part);
    for (const text of pieces) {
      stretches.at(-1)?.push({ kind: 'same', text });
      if (endsSentence(text)) stretches.push([]);
    }
  }
  return stretches.flatMap((stretch): MergePart[] => {
    if (isReadable(stretch)) return joinNeighbours(stretch);
    const [base, mine, theirs] = (['base', 'mine', 'theirs'] as const).map((side) => sideOf(stretch, side));
    return [{ kind: 'conflict', base: base ?? '', mine: mine ?? '', theirs: theirs ?? '' }];
  });
}

/** Takes the space between two changed words of one author into the change: it reads better in one piece. */
function joinNeighbours(parts: readonly MergePart[]): MergePart[] {
  const joined: MergePart[] = [];
  for (const part of parts) {
    const [before, between] = joined.slice(-2);
    const isNext = isChange(part) && before && isChange(before) && before.kind === part.kind;
    if (!isNext || between?.kind !== 'same' || /[\p{L}\p{N}\n]/u.test(between.text)) {
      joined.push(part);
      continue;
    }
    const join = (side: 'base' | 'text') => before[side] + between.text + part[side];
    joined.splice(-2, 2, { kind: part.kind, base: join('base'), text: join('text') });
  }
  return joined;
}

function isChange(part: MergePart): part is Extract<MergePart, { readonly kind: MergeAuthor }> {
  return part.kind !== 'same' && part.kind !== 'conflict';
}

/** True without conflicts, and with an unchanged word between what the one and what the other changed. */
function isReadable(parts: readonly MergePart[]): boolean {
  let author: string | null = null;
  for (const part of parts) {
    if (part.kind === 'conflict') return false;
    if (part.kind === 'same') {
      if (/[\p{L}\p{N}]/u.test(part.text)) author = null;
      continue;
    }
    if (author !== null && part.kind !== author) return false;
    author = part.kind;
  }
  return true;
}

interface ThreeTexts {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The three-way merge of Khanna, Kunal and Pierce, “A Formal Investigation of Diff3” (2007). */
function merge(texts: ThreeTexts, split: (text: string) => string[], budget: Budget): MergePart[] {
  const [base, mine, theirs] = [split(texts.base), split(texts.mine), split(texts.theirs)];
  const mineAt = placesOf(base, mine, budget);
  const theirsAt = placesOf(base, theirs, budget);
  const parts: MergePart[] = [];
  const start = { base: 0, mine: 0, theirs: 0 };
  const changeUpTo = (baseEnd: number, mineEnd: number, theirsEnd: number) => {
    const part = decide({
      base: base.slice(start.base, baseEnd).join(''),
      mine: mine.slice(start.mine, mineEnd).join(''),
      theirs: theirs.slice(start.theirs, theirsEnd).join(''),
    });
    if (part) parts.push(part);
  };
  for (const [index, text] of base.entries()) {
    const [inMine, inTheirs] = [mineAt[index], theirsAt[index]];
    if (inMine === undefined || inTheirs === undefined) continue;
    changeUpTo(index, inMine, inTheirs);
    parts.push({ kind: 'same', text });
    Object.assign(start, { base: index + 1, mine: inMine + 1, theirs: inTheirs + 1 });
  }
  changeUpTo(base.length, mine.length, theirs.length);
  return parts;
}

/** Where each item of the base is in the other sequence; a hole where it is not. */
function placesOf(base: readonly string[], other: readonly string[], budget: Budget): number[] {
  const number = createNumbering();
  const places: number[] = [];
  for (const [index, place] of matchItems(number(base), number(other), budget).entries()) {
    if (place !== unmatched) places[index] = place;
  }
  return places;
}

function decide({ base, mine, theirs }: ThreeTexts): MergePart | null {
  if (mine === theirs)
    return mine === base
      ? base === ''
        ? null
        : { kind: 'same', text: base }
      : { kind: 'both', base, text: mine };
  if (theirs === base) return { kind: 'mine', base, text: mine };
  if (mine === base) return { kind: 'theirs', base, text: theirs };
  return { kind: 'conflict', base, mine, theirs };
}

function joinSame(parts: readonly MergePart[]): MergePart[] {
  const joined: MergePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'same' && last?.kind === 'same') {
      joined[joined.length - 1] = { kind: 'same', text: last.text + part.text };
    } else joined.push(part);
  }
  return joined;
}
