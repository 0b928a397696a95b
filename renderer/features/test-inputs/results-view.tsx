import { useEffect } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { useEvaluations } from './evaluations-store.ts';
import type { InputTable } from './input-table.ts';
import { KeptResults } from './kept-results.tsx';
import { ResultDetail } from './result-detail.tsx';
import { ResultList } from './result-list.tsx';
import classes from './results-view.module.css';
import { choicesAt, useTestView } from './test-view-store.ts';

interface ResultsViewProps {
  readonly place: PromptPlace;
  readonly table: InputTable;
  readonly typography: Typography;
  readonly results: { readonly byId: ReadonlyMap<string, TestResult> };
  readonly candidateName: string;
  /** `null` where there is nothing to compare with. */
  readonly baselineName: string | null;
}

/** What comes of every test input: the list, and the texts of the one that is chosen beside each other. */
export function ResultsView(props: ResultsViewProps) {
  const { place, table, typography, results } = props;
  const { selected, evaluation: keptId } = useTestView((state) => choicesAt(state, place));
  const kept = useEvaluations((state) => (keptId === undefined ? undefined : state.details[keptId]));
  const { choose } = useTestView.getState();
  useEffect(() => {
    if (keptId !== undefined)
      void useEvaluations
        .getState()
        .read(place, keptId)
        .catch(() => choose(place, { evaluation: undefined }));
  }, [place, keptId, choose]);

  const shown = kept ? kept.results : table.inputs.flatMap(({ id }) => results.byId.get(id) ?? []);
  const current = shown.find(({ input }) => input.id === selected) ?? shown[0];
  const names = kept
    ? { candidate: `v${kept.candidate}`, baseline: kept.baseline === null ? null : `v${kept.baseline}` }
    : { candidate: props.candidateName, baseline: props.baselineName };
  return (
    <div className={classes.view}>
      <div className={classes.side}>
        <ResultList
          results={shown}
          selected={current?.input.id}
          onSelect={(id) => choose(place, { selected: id })}
        />
        <KeptResults place={place} chosen={keptId} />
      </div>
      {current ? (
        <ResultDetail
          place={place}
          result={current}
          evaluation={kept}
          names={names}
          typography={typography}
        />
      ) : (
        <SkeletonLines count={8} label="The test inputs are being tried" />
      )}
    </div>
  );
}
