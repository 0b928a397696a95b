import type { ImportOutcome } from '#core/contract/import-shapes.ts';
import { formatCount } from '../../format/counts.ts';
import type { PlannedRow, RowState } from './plan-rows.ts';

/** What importing a row would do, in a few words. */
export function describeState(state: RowState): string {
  switch (state.kind) {
    case 'new':
      return 'New';
    case 'new-version':
      return `New version, v${state.existing.latest + 1}`;
    case 'unchanged':
      return `Unchanged: is v${state.version} here`;
    case 'older':
      return `Was v${state.version}, changed since`;
    case 'repeated':
      return 'The same as a row above';
    case 'impossible':
      return state.reason;
    case 'checking':
      return 'Being compared…';
  }
}

/** What importing has done, as a sentence, and what it could not do. */
export function describeResult(
  writing: readonly PlannedRow[],
  outcomes: ReadonlyMap<number, ImportOutcome>,
): { readonly title: string; readonly message: string } {
  const done = [...outcomes.values()];
  const written = done.filter((outcome) => 'version' in outcome);
  const made = written.filter(({ version }) => version === 1).length;
  const failed = done.length - written.length;
  const left = writing.length - done.length;
  const parts = [
    ...(made > 0 ? [formatCount(made, 'new prompt')] : []),
    ...(written.length > made ? [formatCount(written.length - made, 'new version')] : []),
  ];
  const title = written.length === 0 ? 'Nothing was imported' : `${parts.join(' and ')} imported`;
  const message = [
    ...(failed > 0 ? [`${formatCount(failed, 'row')} could not be imported.`] : []),
    ...(left > 0 ? [`${formatCount(left, 'row')} ${left === 1 ? 'was' : 'were'} not tried.`] : []),
  ].join(' ');
  return { title, message };
}

/** How many of one filter’s rows there are. */
export function countKindsOf(
  rows: readonly PlannedRow[],
): Readonly<Record<PlannedRow['state']['kind'], number>> {
  const counts = {
    new: 0,
    'new-version': 0,
    unchanged: 0,
    older: 0,
    repeated: 0,
    impossible: 0,
    checking: 0,
  };
  for (const { state } of rows) counts[state.kind] += 1;
  return counts;
}
