import { useEffect, useMemo } from 'react';
import type { PromptSummary } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { DeclaredText } from '#core/domain/declared-text.ts';
import { parseTemplate } from '#core/domain/template.ts';
import { effectiveVariables, type VariableDeclaration } from '#core/domain/variables.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { isChanged, useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { useEvaluations } from './evaluations-store.ts';
import type { InputTable } from './input-table.ts';
import { InputsTable } from './inputs-table.tsx';
import { useModelRuns } from './model-runs-store.ts';
import { NoInputs } from './no-inputs.tsx';
import { ResultsView } from './results-view.tsx';
import { SaveBanner } from './save-banner.tsx';
import { nameSide, resolveSides, targetOf } from './sides.ts';
import { useTestInputs } from './test-inputs-store.ts';
import classes from './test-inputs-view.module.css';
import { TestToolbar } from './test-toolbar.tsx';
import { choicesAt, useTestView } from './test-view-store.ts';
import { useEvaluatedSide } from './use-evaluated-side.ts';
import { useResults } from './use-results.ts';

interface TestInputsViewProps {
  readonly place: PromptPlace;
  readonly prompt: PromptSummary;
  readonly typography: Typography;
  readonly isReadOnly: boolean;
}

/** The Test inputs tab, or what stands in its place while they are being read. */
export function TestInputsView(props: TestInputsViewProps) {
  const { place } = props;
  const key = placeKey(place);
  const table = useTestInputs((state) => state.tables[key]);
  const error = useTestInputs((state) => state.errors[key]);
  const { load } = useTestInputs.getState();
  useEffect(() => {
    void load(place);
    void useEvaluations.getState().load(place);
    void useModelRuns.getState().load(place);
  }, [load, place]);
  if (table) return <LoadedInputs {...props} table={table} />;
  if (!error) return <SkeletonLines count={8} label="The test inputs are being loaded" />;
  return (
    <ErrorNote title={describeError(error).title} onRetry={() => void load(place)}>
      {describeErrorInFull(error)}
    </ErrorNote>
  );
}

function LoadedInputs(props: TestInputsViewProps & { readonly table: InputTable }) {
  const { place, prompt, table, isReadOnly } = props;
  const key = placeKey(place);
  const hasDraft = useEditor((state) => isChanged(state, key));
  const versions = useVersions((state) => state.lists[key]);
  const choices = useTestView((state) => choicesAt(state, place));
  const known = { latest: versions?.[0]?.version ?? prompt.latest, stable: prompt.stable, hasDraft };
  const sides = resolveSides(choices, known);
  const candidate = useEvaluatedSide(place, targetOf(sides.candidate, known));
  const baseline = useEvaluatedSide(place, targetOf(sides.baseline, known));
  const results = useResults(table.inputs, candidate.text, baseline.text);
  const { variables, columns } = useColumns(candidate.text, table);
  const knownNames = useMemo(() => new Set(variables.map(({ name }) => name)), [variables]);
  const onSave = () => void useTestInputs.getState().save(place, variables);
  const error = candidate.error ?? baseline.error;
  return (
    <div className={classes.view}>
      <TestToolbar
        {...props}
        known={known}
        sides={sides}
        results={results}
        versions={versions ?? noVersions}
        onSave={onSave}
      />
      <SaveBanner place={place} table={table} />
      <ConflictBanner place={place} table={table} />
      {error ? (
        <ErrorNote title={describeError(error).title}>{describeErrorInFull(error)}</ErrorNote>
      ) : table.inputs.length === 0 && choices.evaluation === undefined ? (
        <NoInputs place={place} isReadOnly={isReadOnly} />
      ) : choices.view === 'inputs' ? (
        <InputsTable
          place={place}
          table={table}
          columns={columns}
          known={knownNames}
          results={results.byId}
          isReadOnly={isReadOnly}
          onSave={onSave}
        />
      ) : (
        <ResultsView
          {...props}
          results={results}
          candidateName={nameSide(sides.candidate, known)}
          baselineName={sides.baseline === 'none' ? null : nameSide(sides.baseline, known)}
        />
      )}
    </div>
  );
}

const noVersions: never[] = [];

/** The variables of the text, and a column for each of them and for every value that is left over. */
function useColumns(text: DeclaredText | null, { inputs }: InputTable) {
  const variables = useMemo(
    () => (text ? effectiveVariables(parseTemplate(text.content), text.variables) : noVersions),
    [text],
  );
  const names = useMemo(() => {
    const all = new Set(inputs.flatMap(({ values }) => Object.keys(values)));
    for (const { name } of variables) all.delete(name);
    return [...all].join('\n');
  }, [inputs, variables]);
  const columns = useMemo((): readonly VariableDeclaration[] => {
    const left = names === '' ? [] : names.split('\n');
    return [...variables, ...left.map((name) => ({ name, type: 'text' as const, required: false }))];
  }, [variables, names]);
  return { variables, columns };
}
