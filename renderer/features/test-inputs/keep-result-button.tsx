import { Checkbox, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { RefusableButton } from '../../components/refusable-button.tsx';
import { useRefusal } from '../../components/refusal-context.ts';
import { describeResults } from '../../format/describe-results.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useEvaluations } from './evaluations-store.ts';
import { findAnswers } from './find-answers.ts';
import type { InputTable } from './input-table.ts';
import { useModelRuns } from './model-runs-store.ts';
import { targetOf } from './sides.ts';
import { hasUnsavedInputs } from './test-inputs-store.ts';

interface KeepResultButtonProps {
  readonly place: PromptPlace;
  readonly table: InputTable;
  /** What comes of the test inputs now. */
  readonly shown: readonly TestResult[];
  readonly sides: { readonly candidate: string; readonly baseline: string };
  readonly known: { readonly latest: number; readonly stable: number | null };
}

/** Runs the test inputs in the registry, which keeps what comes out and shows it at the review. */
export function KeepResultButton({ place, table, shown, sides, known }: KeepResultButtonProps) {
  const [isBusy, setBusy] = useState(false);
  const [withAnswers, setWithAnswers] = useState(true);
  const hasAnswers = useModelRuns((state) =>
    state.runs[placeKey(place)]?.some(({ answers }) => answers.some(({ state: now }) => now === 'done')),
  );
  const candidate = targetOf(sides.candidate, known);
  const baseline = targetOf(sides.baseline, known);
  const refusal = useRefusal({ anyOf: ['editor', 'reviewer'] }) ?? findObstacle(candidate, baseline, table);
  const run = async () => {
    if (typeof candidate !== 'number' || baseline === 'draft') return;
    setBusy(true);
    try {
      const runs = withAnswers ? (useModelRuns.getState().runs[placeKey(place)] ?? []) : [];
      const answers = await findAnswers(runs, shown);
      const attached = answers && answers.length > 0 ? { answers } : {};
      const { results } = await useEvaluations.getState().run(place, { candidate, baseline, ...attached });
      const title = `v${candidate}: ${describeResults(results, `v${baseline}`)}`;
      useNotices.getState().show({
        tone: 'success',
        title,
        message:
          answers === null
            ? 'The result is kept in the registry, and reviewers see it. The answers of the model are too long for that: they stay on this machine.'
            : 'The result is kept in the registry, and reviewers see it.',
      });
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {hasAnswers ? (
        <Checkbox
          label="with the model’s answers"
          checked={withAnswers}
          onChange={(event) => setWithAnswers(event.currentTarget.checked)}
          style={{ alignSelf: 'center' }}
        />
      ) : null}
      <Tooltip
        label="The registry runs the test inputs itself and keeps what comes out"
        disabled={refusal !== null}
      >
        <RefusableButton refusal={refusal} loading={isBusy} onClick={() => void run()}>
          Run and keep the result
        </RefusableButton>
      </Tooltip>
    </>
  );
}

function findObstacle(
  candidate: number | 'draft' | null,
  baseline: number | 'draft' | null,
  table: InputTable,
): string | null {
  if (candidate === 'draft' || baseline === 'draft')
    return 'A result that is kept is about a version: save the draft as a version first.';
  if (hasUnsavedInputs(table)) return 'Save the test inputs first: the registry runs them as it has them.';
  return table.inputs.length === 0 ? 'Add a test input first.' : null;
}
