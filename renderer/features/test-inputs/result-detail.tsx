import { useMemo } from 'react';
import type { Evaluation, TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { Segmented } from '../../components/segmented.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { Typography } from '../../theme/typography.ts';
import { Answers } from './answers.tsx';
import { CheckList } from './check-list.tsx';
import { KeptAnswers } from './kept-answers.tsx';
import classes from './result-detail.module.css';
import { useTestView } from './test-view-store.ts';

interface ResultDetailProps {
  readonly place: PromptPlace;
  readonly result: TestResult;
  /** The kept evaluation that the result is from; absent for the table as it is now. */
  readonly evaluation: Evaluation | undefined;
  readonly names: { readonly candidate: string; readonly baseline: string | null };
  readonly typography: Typography;
}

/** One test input: its values, its checks with their reasons, and both finished texts beside each other. */
export function ResultDetail({ place, result, evaluation, names, typography }: ResultDetailProps) {
  const { mode, setMode } = useTestView();
  const { input, candidate, baseline } = result;
  return (
    <section className={classes.detail} aria-label={`Result of ${input.title}`}>
      <header className={classes.header}>
        <div>
          <h2>{input.title || 'Without a title'}</h2>
          <Values values={input.variables} />
          {evaluation ? (
            <p className={classes.kept}>
              As it came out when {evaluation.by.name} ran it, <TimeAgo time={evaluation.createdAt} />.
            </p>
          ) : null}
        </div>
        {baseline ? (
          <Segmented
            label="Layout"
            value={mode}
            onChange={setMode}
            options={[
              { value: 'side-by-side', label: 'Side by side' },
              { value: 'inline', label: 'Inline' },
            ]}
          />
        ) : null}
      </header>
      <CheckList candidate={candidate} baseline={baseline} names={names} />
      <Texts result={result} names={names} typography={typography} />
      {!evaluation ? (
        <Answers place={place} result={result} names={names} typography={typography} />
      ) : result.answers ? (
        <KeptAnswers answers={result.answers} names={names} typography={typography} />
      ) : null}
    </section>
  );
}

function Values({ values }: { readonly values: TestResult['input']['variables'] }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return <p className={classes.values}>Without values</p>;
  return (
    <dl className={classes.values}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === true ? 'yes' : value === false ? 'no' : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const noVariables: never[] = [];

/** Both finished texts with what differs marked; one alone where there is nothing to compare it with. */
function Texts({ result, names, typography }: Pick<ResultDetailProps, 'result' | 'names' | 'typography'>) {
  const { candidate, baseline } = result;
  const mode = useTestView((state) => state.mode);
  const text = candidate.text;
  const other = baseline ? baseline.text : text;
  const to = useMemo(() => (text === null ? null : { text, variables: noVariables }), [text]);
  const from = useMemo(() => (other === null ? null : { text: other, variables: noVariables }), [other]);
  const { comparison, isFailed } = useComparison(from, to);
  if (!to || !from) {
    const missing = candidate.problem ?? baseline?.problem;
    const shown = to ?? from;
    return (
      <div className={classes.texts}>
        <p className={classes.note}>
          {missing
            ? `${to ? `There is no finished text of ${names.baseline}` : `There is no finished text of ${names.candidate}`}: ${missing}`
            : 'The texts were too long together to be kept.'}
        </p>
        {shown ? <p className={classes.plain}>{shown.text}</p> : null}
      </div>
    );
  }
  if (isFailed) {
    return (
      <ErrorNote title="The texts could not be compared word by word">
        Both texts are safe. Try another test input, or compare the versions in Compare.
      </ErrorNote>
    );
  }
  const isCompared = baseline !== null;
  return (
    <>
      <div className={classes.heads} data-mode={isCompared ? mode : 'inline'}>
        {isCompared && mode === 'side-by-side' ? (
          <>
            <h3>{capital(names.baseline ?? '')}</h3>
            <h3>{capital(names.candidate)}</h3>
          </>
        ) : (
          <h3>{capital(isCompared ? `${names.candidate} against ${names.baseline}` : names.candidate)}</h3>
        )}
        {isCompared && text === other ? <p className={classes.same}>They read the same.</p> : null}
      </div>
      <div className={classes.diff}>
        {comparison ? (
          <ProseDiff
            comparison={comparison}
            mode={isCompared ? mode : 'inline'}
            typography={typography}
            ariaLabel="Finished texts"
          />
        ) : (
          <SkeletonLines count={6} label="The texts are being compared" />
        )}
      </div>
    </>
  );
}

/** A version keeps its small letter: it is called “v8” everywhere. */
const capital = (text: string) => (/^v\d/.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1));
