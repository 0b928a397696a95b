/** Splits a text into its lines, each with the line break that ends it. Joined again, they are the text. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Scripts that put no spaces between their words. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々';
const letters = `[[\\p{L}\\p{M}\\p{N}_]--[${unspaced}]]+`;
const token = new RegExp(
  [
    // A variable, words of an unspaced script, a number, a word.
    '\\{\\{ *[A-Za-z_][A-Za-z0-9_.\\-]* *\\}\\}',
    `[${unspaced}][${unspaced}\\p{M}]*`,
    '\\p{Nd}+(?:[.,:]\\p{Nd}+)+',
    `${letters}(?:['’\\-]${letters})*`,
    // Spaces, flags, and single characters with all that belongs to them.
    '\\s+',
    '\\p{RI}\\p{RI}',
    '.(?:[\\p{M}\\p{EMod}]|\\u200d.)*',
  ].join('|'),
  'gsv',
);
const isUnspaced = new RegExp(`[${unspaced}]`, 'v');
/** Of a longer run without spaces, every character is a word of its own: looking words up takes time. */
const longestRun = 2_000;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Splits a text into words, variables, spaces and single other characters. Joined again, they are the text. */
export function splitWords(text: string): string[] {
  const tokens = text.match(token) ?? [];
  if (!isUnspaced.test(text)) return tokens;
  return tokens.flatMap((each) => (each.length > 1 && isUnspaced.test(each) ? splitRun(each) : each));
}

function splitRun(run: string): string[] {
  if (run.length > longestRun) return run.match(/.\p{M}*/gsu) ?? [];
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

const sentenceEnd = new RegExp(
  [
    // Not after an abbreviation, and not where the sentence goes on in small letters.
    '(?<=[.!?…]["”’)\\]]?)(?<!\\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Art|Arts|Sec|Nr|Abs|Ziff|vs|cf|e\\.g|i\\.e|z\\. ?B|d\\. ?h)\\.)\\s+(?!\\p{Ll})',
    '(?<=[。！？]["”’」）]?)',
    '\\n',
  ].join('|'),
  'u',
);

/** The sentences of a text, without the spaces around them. A line break ends one, too. */
export function splitSentences(text: string): string[] {
  return text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** Whether there is anything to read in a text. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
