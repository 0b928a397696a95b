/** Lists words as in a sentence: “a”, “a or b”, “a, b or c”; or with “and”. */
export function listWords(
  words: readonly string[],
  quote: (word: string) => string = (word) => word,
  conjunction: 'or' | 'and' = 'or',
): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${conjunction} ${last}`;
}
