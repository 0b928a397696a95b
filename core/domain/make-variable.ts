import type { TextEdit } from './problems.ts';
import { suggestName } from './suggest-name.ts';
import { parseTemplate } from './template.ts';

type Place = Pick<TextEdit, 'start' | 'end'>;

/** What making a variable of a selection means. */
export interface VariableToBe {
  /** The words that the variable stands for, without the space around them. */
  readonly words: string;
  /** Where the selection stands; offsets of the source. */
  readonly place: Place;
  /** Where the same words stand, the selection among them. */
  readonly places: readonly Place[];
  readonly suggestedName: string;
}

const longestSuggestion = 4;

/** With the braces of a variable behind them, these signs would be the escape of plain braces. */
const escaping = /\\\{?$/;

/** Reads a selection, or says in words why no variable can be made of it. */
export function readVariableToBe(
  source: string,
  start: number,
  end: number,
): VariableToBe | { readonly fault: string } {
  const selected = source.slice(start, end);
  const words = selected.trim();
  if (words === '') return { fault: 'Select the words that the application should insert, first.' };
  const from = start + selected.indexOf(words);
  const place = { start: from, end: from + words.length };
  const taken = parseTemplate(source).segments.filter(
    (segment) => segment.kind === 'variable' || segment.text.length < segment.end - segment.start,
  );
  const isEscaped = ({ start }: Place) => escaping.test(source.slice(Math.max(0, start - 2), start));
  const isFree = (candidate: Place) =>
    !taken.some((token) => candidate.start < token.end && token.start < candidate.end);
  if (!isFree(place)) {
    return {
      fault: 'The selection touches a variable, or braces that are kept as text. Select plain words.',
    };
  }
  if (isEscaped(place))
    return { fault: 'The “\\” before the selection would keep the variable as plain text.' };
  const others = findWords(source, words).filter(
    (candidate) =>
      isFree(candidate) &&
      !isEscaped(candidate) &&
      (candidate.end <= place.start || candidate.start >= place.end),
  );
  const places = [...others, place].toSorted((one, other) => one.start - other.start);
  const firstWords = words.split(/\s+/).slice(0, longestSuggestion).join(' ');
  return { words, place, places, suggestedName: suggestName(firstWords) ?? '' };
}

/** Every place of some words, as words: “Ann” is not found in “Anna”. Places do not overlap. */
function findWords(source: string, words: string): Place[] {
  const escaped = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const letter = '[\\p{L}\\p{N}\\p{M}_]';
  const before = /^[\p{L}\p{N}_]/u.test(words) ? `(?<!${letter})` : '';
  const after = /[\p{L}\p{N}\p{M}_]$/u.test(words) ? `(?!${letter})` : '';
  const pattern = new RegExp(`${before}${escaped}${after}`, 'gu');
  return Array.from(source.matchAll(pattern), ({ index }) => ({ start: index, end: index + words.length }));
}
