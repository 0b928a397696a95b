import { foldText } from '#core/domain/search/fold-text.ts';

const longest = 4;

/**
 * What a text is found by: every stretch of one to four characters inside its words, each once. Whatever the
 * language, a part of a word can so be looked up in an index; whoever finds one still has to read the text.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const word of new Set(foldText(text).split(/\s+/))) {
    for (let start = 0; start < word.length; start += 1) {
      const most = Math.min(longest, word.length - start);
      for (let length = 1; length <= most; length += 1) grams.add(word.slice(start, start + length));
    }
  }
  return Array.from(grams, toToken);
}

/** The grams that every text with this word has. */
export function gramsOfWord(word: string): string[] {
  if (word.length <= longest) return [toToken(word)];
  const grams = new Set<string>();
  for (let start = 0; start + longest <= word.length; start += 1) {
    grams.add(word.slice(start, start + longest));
  }
  return Array.from(grams, toToken);
}

/** A gram in letters and digits alone, so that no index takes a sign for something else. */
function toToken(gram: string): string {
  if (/^[a-z0-9]+$/.test(gram)) return gram;
  let token = 'u';
  for (let at = 0; at < gram.length; at += 1) token += gram.charCodeAt(at).toString(16).padStart(4, '0');
  return token;
}
