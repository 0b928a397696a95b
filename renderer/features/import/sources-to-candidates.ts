import { type Candidate, candidatesFromTable, refusedCandidate } from './candidate.ts';
import { hasColumnNames, toTable } from './read-csv.ts';
import type { Source } from './read-sources.ts';
import { type ColumnChoice, guessColumns, type Table } from './table.ts';

/** A table and how its columns are read. */
export interface TableReading {
  readonly from: string;
  readonly table: Table;
  readonly choice: ColumnChoice;
  /** Whether the first row has the columns' names; `null` where that cannot be otherwise. */
  readonly hasNames: boolean | null;
  readonly cells: string[][] | null;
  readonly isGuessed: boolean;
}

/** How a table is read at first; `null` for what is none. */
export function readTableFrom(source: Source): TableReading | null {
  if (source.kind === 'table') {
    const { from, table } = source;
    return { from, table, choice: guessColumns(table), hasNames: null, cells: null, isGuessed: false };
  }
  if (source.kind !== 'cells') return null;
  const { from, cells, isGuessed } = source;
  return readCellsAs({ from, cells, isGuessed }, hasColumnNames(cells));
}

/** Reads a file's cells again, with or without names in the first row. */
export function readCellsAs(
  { from, cells, isGuessed }: Pick<TableReading, 'from' | 'isGuessed'> & { readonly cells: string[][] },
  hasNames: boolean,
): TableReading {
  const table = toTable(cells, hasNames);
  return { from, table, choice: guessColumns(table), hasNames, cells, isGuessed };
}

/** Every prompt that the sources have, in their order. */
export function listCandidates(
  sources: readonly Source[],
  readings: ReadonlyMap<Source, TableReading>,
): Candidate[] {
  return sources.flatMap((source) => {
    if (source.kind === 'prompt') return [source.candidate];
    const reading = readings.get(source);
    if (!reading)
      return [refusedCandidate(source.from, 'An export is imported by itself: choose this file alone.')];
    const firstRow = reading.hasNames ? 2 : 1;
    return candidatesFromTable(reading.from, reading.table, reading.choice, firstRow, reading.isGuessed);
  });
}
