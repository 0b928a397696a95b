import { Button } from '@mantine/core';
import type { VersionSummary } from '#core/contract/shapes.ts';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { Segmented } from '../../components/segmented.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { describeResults } from '../../format/describe-results.ts';
import { versionOptions } from '../../format/version-options.ts';
import { AskButton } from './ask-button.tsx';
import type { InputTable } from './input-table.ts';
import { KeepResultButton } from './keep-result-button.tsx';
import { addInput } from './row-actions.ts';
import { nameSide } from './sides.ts';
import { hasUnsavedInputs } from './test-inputs-store.ts';
import classes from './test-inputs-view.module.css';
import { choicesAt, useTestView } from './test-view-store.ts';

interface TestToolbarProps {
  readonly place: PromptPlace;
  readonly table: InputTable;
  readonly known: { readonly latest: number; readonly stable: number | null; readonly hasDraft: boolean };
  readonly sides: { readonly candidate: string; readonly baseline: string };
  readonly results: { readonly byId: ReadonlyMap<string, TestResult>; readonly isRunning: boolean };
  readonly versions: readonly VersionSummary[];
  readonly isReadOnly: boolean;
  readonly onSave: () => void;
}

/** What is tested against what, what came out in one line, and what can be done. */
export function TestToolbar(props: TestToolbarProps) {
  const { place, table, known, sides, results, versions, isReadOnly, onSave } = props;
  const { view } = useTestView((state) => choicesAt(state, place));
  const { choose } = useTestView.getState();
  const shown = table.inputs.flatMap(({ id }) => results.byId.get(id) ?? []);
  const isUnsaved = hasUnsavedInputs(table);
  const now = [
    ...(known.hasDraft ? [{ value: 'draft', label: 'draft — what you are writing' }] : []),
    { value: 'latest', label: `latest — v${known.latest}` },
    ...(known.stable === null ? [] : [{ value: 'stable', label: `stable — v${known.stable}` }]),
  ];
  const groups = [
    { label: 'Where it is now', options: now },
    { label: 'Versions', options: versionOptions(versions) },
  ];
  const nothing = { label: 'Without', options: [{ value: 'none', label: 'nothing' }] };
  return (
    <>
      <div className={classes.toolbar}>
        <Segmented
          label="What is shown"
          value={view}
          onChange={(next) => choose(place, { view: next, evaluation: undefined })}
          options={[
            { value: 'inputs', label: 'Inputs' },
            { value: 'results', label: 'Results' },
          ]}
        />
        <span className={classes.side}>
          <SelectField
            label="Candidate"
            value={sides.candidate}
            groups={groups}
            onChange={(candidate) => choose(place, { candidate, evaluation: undefined })}
          />
        </span>
        <span className={classes.side}>
          <SelectField
            label="Compared with"
            value={sides.baseline}
            groups={[...groups, nothing]}
            onChange={(baseline) => choose(place, { baseline, evaluation: undefined })}
          />
        </span>
        <span className={classes.actions}>
          {isReadOnly || view === 'results' ? null : (
            <>
              <Button variant="default" onClick={() => addInput(place)}>
                Add test input
              </Button>
              <Button loading={table.isSaving} disabled={!isUnsaved} onClick={onSave}>
                Save test inputs
              </Button>
            </>
          )}
          {view === 'results' ? (
            <AskButton
              place={place}
              results={shown}
              candidateName={nameSide(sides.candidate, known)}
              baselineName={sides.baseline === 'none' ? null : nameSide(sides.baseline, known)}
            />
          ) : null}
          {view === 'results' ? (
            <KeepResultButton place={place} table={table} shown={shown} sides={sides} known={known} />
          ) : null}
        </span>
      </div>
      <div className={classes.summary} data-empty={(table.inputs.length === 0 && !isUnsaved) || undefined}>
        <p role="status">{table.inputs.length === 0 ? null : <Summary {...props} />}</p>
        {isUnsaved ? <p className={classes.unsaved}>Not saved yet: kept on this machine</p> : null}
      </div>
    </>
  );
}

function Summary({ table, known, sides, results }: TestToolbarProps) {
  const shown = table.inputs.flatMap(({ id }) => results.byId.get(id) ?? []);
  if (shown.length < table.inputs.length && results.isRunning) return 'The test inputs are being tried…';
  const baseline = sides.baseline === 'none' ? '' : nameSide(sides.baseline, known);
  const candidate = nameSide(sides.candidate, known);
  return (
    <>
      {candidate.slice(0, 1).toUpperCase() + candidate.slice(1)}:{' '}
      <strong>{describeResults(shown, baseline)}</strong>
    </>
  );
}
