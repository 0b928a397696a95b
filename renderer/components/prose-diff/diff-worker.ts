import { type Comparison, compareTexts, type Question } from './compare-texts.ts';

/** A comparison in pieces: reading ten thousand rows at once would hold the screen up. The last one has the rest. */
export type ComparisonPiece = Pick<Comparison, 'rows'> & { readonly rest?: Omit<Comparison, 'rows'> };

const rowsAtOnce = 500;

self.onmessage = ({ data }: MessageEvent<Question>) => {
  const { rows, ...rest } = compareTexts(data);
  let sent = 0;
  for (; sent + rowsAtOnce < rows.length; sent += rowsAtOnce) {
    self.postMessage({ rows: rows.slice(sent, sent + rowsAtOnce) } satisfies ComparisonPiece);
  }
  self.postMessage({ rows: rows.slice(sent), rest } satisfies ComparisonPiece);
};
