/**
 * What a shell offers where the browser engine can be asked about words. Called within the window: an answer takes
 * no way through another process.
 */
export interface SpellingEngine {
  /** Those of the words that the engine takes for misspelt. None as long as its dictionary is not there. */
  findMisspelt(words: readonly string[]): readonly string[];
  /** What may be meant, the likeliest first. */
  suggest(word: string): readonly string[];
}
