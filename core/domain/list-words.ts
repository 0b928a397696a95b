/** Lists words as in a sentence: “a”, “a or b”, “a, b or c”. */
export function listWords(
  words: readonly string[],
  quote: (word: string) => string = (word) => word,
): string {
  const quoted = words.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
