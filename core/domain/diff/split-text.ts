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

const word = /\{\{ *[A-Za-z_][A-Za-z0-9_.-]* *\}\}|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|\s+|./gsu;

/** Splits a text into words, variables, spaces and single other characters. Joined again, they are the text. */
export function splitWords(text: string): string[] {
  return text.match(word) ?? [];
}

/** The sentences of a text, without the spaces around them. A line break ends one, too. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…。！？]["”’)\]]?)\s+|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}
