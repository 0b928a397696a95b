import type { RenderedPart } from '#core/domain/render.ts';

/** A stretch of a text, in UTF-16 units with `end` exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** How many characters of a text are not white space: what a layout never adds or takes away. */
export function countInk(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** The stretch of a text that holds its ink from one count to another, without white space at its ends. */
export function passageOfInk(text: string, from: number, to: number): Passage {
  let ink = 0;
  let start = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if (/\s/.test(text[index] ?? '')) continue;
    if (ink === from) start = index;
    ink += 1;
    if (ink === to) return { start: Math.min(start, index + 1), end: index + 1 };
  }
  return { start, end: text.length };
}

/** Where a quote stands in a text: word for word, or at least with other white space; `null` where it does not. */
export function findQuote(text: string, quote: string): Passage | null {
  const ink = quote.replace(/\s+/g, '');
  if (ink === '') return null;
  const exact = text.indexOf(quote);
  if (exact >= 0) return { start: exact, end: exact + quote.length };
  const from = text.replace(/\s+/g, '').indexOf(ink);
  return from < 0 ? null : passageOfInk(text, from, from + ink.length);
}

/**
 * The words of a passage as a quote that occurs only once in the text: whole words, and as many more of the
 * neighbours as that takes. So a quote alone says which of several equal passages is meant.
 *
 * @param longest in UTF-16 units; where the passage alone is longer, the quote is its beginning
 */
export function quotePassage(text: string, passage: Passage, longest = 2_000): string {
  let { start, end } = toWholeWords(text, passage);
  while (
    end - start < longest &&
    text.indexOf(text.slice(start, end)) !== text.lastIndexOf(text.slice(start, end))
  ) {
    const wider = toWholeWords(text, { start: wordBefore(text, start), end: wordAfter(text, end) });
    if (wider.start === start && wider.end === end) break;
    ({ start, end } = wider);
  }
  return text.slice(start, Math.min(end, start + longest));
}

function toWholeWords(text: string, { start, end }: Passage): Passage {
  let from = start;
  let to = Math.max(end, start);
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  while (from > 0 && /\S/.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && /\S/.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

function wordBefore(text: string, index: number): number {
  const before = /\S+\s*$/.exec(text.slice(Math.max(0, index - 200), index));
  return before ? index - before[0].length : index;
}

function wordAfter(text: string, index: number): number {
  const after = /^\s*\S+/.exec(text.slice(index, index + 200));
  return after ? index + after[0].length : index;
}

/** Where a passage of the prompt's text stands in the finished text; a value belongs to it as a whole. */
export function toFinishedPassage(parts: readonly RenderedPart[], written: Passage): Passage {
  return translate(parts, written, (part) => ({ start: part.start, end: part.end }), finishedRanges(parts));
}

/** Where a passage of the finished text stands in the prompt's text; a value stands for its whole variable. */
export function toWrittenPassage(parts: readonly RenderedPart[], finished: Passage): Passage {
  const ranges = finishedRanges(parts);
  const written = parts.map(({ start, end }) => ({ start, end }));
  return translate(parts, finished, (_, index) => ranges[index] ?? { start: 0, end: 0 }, written);
}

function finishedRanges(parts: readonly RenderedPart[]): Passage[] {
  let start = 0;
  return parts.map(({ text }) => {
    const range = { start, end: start + text.length };
    start = range.end;
    return range;
  });
}

/** Carries a passage over from where parts stand on one side to where they stand on the other. */
function translate(
  parts: readonly RenderedPart[],
  passage: Passage,
  here: (part: RenderedPart, index: number) => Passage,
  there: readonly Passage[],
): Passage {
  let start: number | null = null;
  let end = 0;
  for (const [index, part] of parts.entries()) {
    const from = here(part, index);
    const to = there[index];
    if (!to || from.end <= passage.start || from.start >= passage.end) continue;
    const isLinear = part.variable === null && from.end - from.start === to.end - to.start;
    start ??= isLinear ? to.start + Math.max(0, passage.start - from.start) : to.start;
    end = isLinear ? to.start + Math.min(passage.end, from.end) - from.start : to.end;
  }
  return { start: start ?? 0, end: start === null ? 0 : end };
}
