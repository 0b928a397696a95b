/** Where a text stands that goes on in another piece: at the start of a line, in a heading, or in other words. */
export type LineState = 'start' | 'heading' | 'words';

export interface HeadedPiece {
  readonly text: string;
  readonly isHeading: boolean;
}

const heading = /^#{1,6} /;

/**
 * Splits a piece of a text at its headings, lines that begin with “# ”. The marks stay: applications get them.
 *
 * @param state where the piece before ended
 */
export function splitHeadings(
  text: string,
  state: LineState,
): { readonly pieces: readonly HeadedPiece[]; readonly end: LineState } {
  // Most pieces of most texts.
  if (state !== 'heading' && !text.includes('#')) {
    const end = text === '' ? state : text.endsWith('\n') ? 'start' : 'words';
    return { pieces: [{ text, isHeading: false }], end };
  }
  const pieces: { text: string; isHeading: boolean }[] = [];
  let end = state;
  for (const line of text.split(/(?<=\n)/)) {
    const isHeading: boolean = end === 'heading' || (end === 'start' && heading.test(line));
    const last = pieces.at(-1);
    if (last?.isHeading === isHeading) last.text += line;
    else pieces.push({ text: line, isHeading });
    end = line.endsWith('\n') ? 'start' : isHeading ? 'heading' : 'words';
  }
  return { pieces, end: text === '' ? state : end };
}
