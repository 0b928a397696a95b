import { parse } from 'csv-parse/browser/esm/sync';
import { looksLikeNames, type Table } from './table.ts';

/** Less than that is not told. */
const smallestPart = 0.02;
const delimiters = [',', ';', '\t', '|'];
/** What Excel writes above a table, to say what stands between its cells. */
const separatorLine = /^\ufeff?sep=(.)\r?\n/i;

/**
 * Reads rows of cells. The sign between them is found out; quoted cells may have line ends in them.
 *
 * @param onPart told how much is read, from 0 to 1
 * @throws CsvFault where a quotation mark is never closed
 */
export function readCells(source: string, onPart: (part: number) => void = () => undefined): string[][] {
  const [line = '', separator] = separatorLine.exec(source) ?? [];
  const text = source.slice(line.length);
  const length = new TextEncoder().encode(text).length;
  let told = 0;
  try {
    return parse(text, {
      bom: true,
      delimiter: separator ?? findDelimiter(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record(record: string[], { bytes }) {
        if (bytes / length >= told + smallestPart) {
          told = bytes / length;
          onPart(told);
        }
        return record;
      },
    });
  } catch (error) {
    throw new CsvFault('A quotation mark is opened and never closed.', { cause: error });
  }
}

/** A file that cannot be read as a table. The message is for people. */
export class CsvFault extends Error {}

/** The sign that stands most often in the first row, outside quotation marks. */
function findDelimiter(text: string): string {
  const counts = new Map(delimiters.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ',';
}

/** Makes a table of cells; columns without a name are numbered. */
export function toTable(cells: readonly (readonly string[])[], hasNames: boolean): Table {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const names = hasNames ? (cells[0] ?? []) : [];
  const columns = Array.from({ length: width }, (_, index) => names[index]?.trim() || `Column ${index + 1}`);
  return { columns, rows: hasNames ? cells.slice(1) : cells };
}

export const hasColumnNames = (cells: readonly (readonly string[])[]): boolean =>
  looksLikeNames(cells[0] ?? []);
