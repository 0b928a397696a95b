const number = new Intl.NumberFormat();
/** A number as it is written, for example “1,200”. */
export const formatNumber = (count: number): string => number.format(count);

const plural = new Intl.PluralRules('en');

/** A number with its noun, for example “1 version”, “1,200 words”. */
export function formatCount(count: number, singular: string, many = `${singular}s`): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? singular : many}`;
}

const wordPattern = /[\p{L}\p{N}]+(?:[’'_-][\p{L}\p{N}]+)*/gu;

/** Counts words: runs of letters and digits, joined by apostrophes or hyphens. */
export function countWords(text: string): number {
  let count = 0;
  wordPattern.lastIndex = 0;
  while (wordPattern.test(text)) count += 1;
  return count;
}

/** Counts characters as a reader does for most scripts: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
}

/** Joins names as a sentence does: “a, b and c”. */
export function joinNames(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
