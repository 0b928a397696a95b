import type { RowKind } from './plan-rows.ts';

/** Which rows are listed. */
export type RowFilter = 'all' | 'new' | 'new-version' | 'unchanged' | 'impossible';

const filters: Readonly<Record<RowKind, RowFilter>> = {
  new: 'new',
  'new-version': 'new-version',
  older: 'new-version',
  unchanged: 'unchanged',
  repeated: 'unchanged',
  impossible: 'impossible',
  checking: 'unchanged',
};

/** True where a filter shows rows of a kind. */
export function isShown(kind: RowKind, filter: RowFilter): boolean {
  return filter === 'all' || filters[kind] === filter;
}
