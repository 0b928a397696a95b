import { hasWords, splitWords } from './split-text.ts';

/** A passage taken apart into tokens: words, spaces and signs. Equal tokens of both texts have equal numbers. */
export interface Words {
  readonly tokens: readonly string[];
  /** The numbers of the tokens that are no spaces, and their places among the tokens. */
  readonly numbers: Int32Array;
  readonly places: Int32Array;
  /** How many letters there are to read; a sign counts nothing. */
  readonly letters: number;
}

/** Takes passages apart, and gives every word the same number wherever it stands. */
export function createWordReader() {
  const numbers = new Map<string, number>();
  /** By number: how many letters a word has, 0 for a sign. */
  const weights: number[] = [];

  return {
    weightOf: (number: number): number => weights[number] ?? 0,
    read: (text: string): Words => {
      const tokens = splitWords(text);
      const found: number[] = [];
      const places: number[] = [];
      let letters = 0;
      for (const [place, token] of tokens.entries()) {
        if (isSpace(token)) continue;
        let number = numbers.get(token);
        if (number === undefined) {
          number = weights.length;
          numbers.set(token, number);
          weights.push(hasWords(token) ? token.length : 0);
        }
        found.push(number);
        places.push(place);
        letters += weights[number] ?? 0;
      }
      return { tokens, numbers: Int32Array.from(found), places: Int32Array.from(places), letters };
    },
  };
}

export type WordReader = ReturnType<typeof createWordReader>;

/** Tokens are all spaces, or have none. */
function isSpace(token: string): boolean {
  const code = token.charCodeAt(0);
  return code <= 32 || (code >= 128 && token.trimStart() === '');
}
