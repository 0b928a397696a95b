/** A text as it is compared in a search, and where each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, where its character begins in the original; `null` where nothing moved. */
  readonly starts: readonly number[] | null;
  /** For each unit of `text`, where its character ends in the original. */
  readonly ends: readonly number[] | null;
}

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text);

/** The form in which texts are compared: upper case, accents and widths make no difference. */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ');
}

/** The same with the way back to the original, for marking what was found. */
export function foldWithPositions(original: string): FoldedText {
  if (isAscii(original)) return { text: original.toLowerCase(), starts: null, ends: null };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: character, index } of original.matchAll(/[\s\S]\p{M}*/gu)) {
    const folded = foldText(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { text, starts, ends };
}
