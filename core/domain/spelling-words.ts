import { parseTemplate } from './template.ts';

/** A word as it stands in a text. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface WordPlace {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}]+(?:[’'\u2011-][\p{L}\p{M}]+)*/gu;
/** What belongs to a machine: addresses, file names, code between backticks, names with signs or digits in them. */
const machinePattern =
  /`[^`\n]*`|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\b[a-z]+:\/\/\S+|\S*[\p{L}\p{N}][._/\\@#=][\p{L}\p{N}]\S*|<\/?[a-z][^>\n]*>/giu;

/**
 * The words of a text whose spelling may be looked at: none in variables or in what is written for machines, and
 * no abbreviations or names such as “AI” and “iPhone”.
 */
export function listSpellingWords(source: string): WordPlace[] {
  const words: WordPlace[] = [];
  for (const segment of parseTemplate(source).segments) {
    if (segment.kind === 'variable') continue;
    const text = source.slice(segment.start, segment.end);
    const taken = Array.from(text.matchAll(machinePattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      const end = index + word.length;
      if (taken.some((stretch) => index < stretch.end && stretch.start < end)) continue;
      if (!isProse(word) || hasDigitBeside(text, index, end)) continue;
      words.push({ word, start: segment.start + index, end: segment.start + end });
    }
  }
  return words;
}

/** False for one letter, and where a capital stands behind another letter. */
function isProse(word: string): boolean {
  return word.length > 1 && !/[\p{L}\p{M}]\p{Lu}/u.test(word);
}

function hasDigitBeside(text: string, start: number, end: number): boolean {
  return /[\p{N}_]/u.test(text[start - 1] ?? '') || /[\p{N}_]/u.test(text[end] ?? '');
}
