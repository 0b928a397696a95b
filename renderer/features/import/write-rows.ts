import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { ImportedPrompt, ImportOutcome } from '#core/contract/import-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import type { PlannedRow } from './plan-rows.ts';

const rowsAtOnce = 40;
/** In UTF-16 units, of all texts that are sent together. */
const longestMessage = 2_000_000;

/** After one of these the others would fail as well. */
const endsIt = new Set<string>([
  'registry-unreachable',
  'app-unreachable',
  'not-a-registry',
  'connection-not-found',
  'unauthenticated',
  'forbidden',
  'not-ready',
]);

/**
 * Writes rows, some at a time, until all are written or `signal` is aborted. What was written stays.
 *
 * @returns what kept the rest from being written; `null` where nothing did
 */
export async function writeRows(
  connection: string,
  rows: readonly PlannedRow[],
  signal: AbortSignal,
  onOutcomes: (outcomes: readonly (readonly [number, ImportOutcome])[]) => void,
): Promise<BridgeError | null> {
  for (const batch of inBatches(rows)) {
    if (signal.aborted) return null;
    try {
      const written = await unwrap(bridge.imports.write({ connection, prompts: batch.map(toPrompt) }));
      const byName = new Map(written.map((outcome) => [outcome.name, outcome]));
      const outcomes = batch.flatMap((row) => {
        const outcome = byName.get(row.name);
        return outcome ? [[row.index, outcome] as const] : [];
      });
      onOutcomes(outcomes.filter(([, outcome]) => !('code' in outcome && endsIt.has(outcome.code))));
      const fatal = written.find((outcome) => 'code' in outcome && endsIt.has(outcome.code));
      if (fatal && 'code' in fatal) {
        return { code: fatal.code as BridgeError['code'], detail: fatal.reason, members: {} };
      }
    } catch (thrown) {
      return toBridgeError(thrown);
    }
  }
  return null;
}

function toPrompt({ name, title, candidate, converted, state }: PlannedRow): ImportedPrompt {
  const { description, tags, from } = candidate;
  return {
    name,
    title: title.trim(),
    description,
    tags: [...tags],
    content: converted?.content ?? '',
    variables: (converted?.variables ?? []).map((variable) => ({ ...variable, choices: undefined })),
    note: `Imported from ${from}`.slice(0, 2_000),
    baseVersion: 'existing' in state ? state.existing.latest : null,
  };
}

function inBatches(rows: readonly PlannedRow[]): PlannedRow[][] {
  const batches: PlannedRow[][] = [];
  let length = 0;
  for (const row of rows) {
    const size = row.converted?.content.length ?? 0;
    const current = batches.at(-1);
    if (!current || current.length >= rowsAtOnce || length + size > longestMessage) {
      batches.push([row]);
      length = size;
    } else {
      current.push(row);
      length += size;
    }
  }
  return batches;
}
