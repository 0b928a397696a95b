import { useEffect, useMemo, useState } from 'react';
import type { AnswerSide, ModelAnswer, ModelRun } from '#core/contract/model-shapes.ts';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCount } from '../../format/counts.ts';
import { describeModelFault } from '../../format/describe-model-fault.ts';
import { hashText } from '../../format/hash-text.ts';
import { addCosts, describeTokens } from '../../format/model-costs.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import classes from './answers.module.css';
import { useModelRuns } from './model-runs-store.ts';
import { useTestView } from './test-view-store.ts';

interface AnswersProps {
  readonly place: PromptPlace;
  readonly result: TestResult;
  readonly names: { readonly candidate: string; readonly baseline: string | null };
  readonly typography: Typography;
}

const noRuns: readonly ModelRun[] = [];

/** What a model answered to both finished texts of a test input, the newest first asked for, beside each other. */
export function Answers({ place, result, names, typography }: AnswersProps) {
  const runs = useModelRuns((state) => state.runs[placeKey(place)]) ?? noRuns;
  const id = result.input.id;
  const withAnswers = runs.filter(({ answers }) => answers.some(({ input }) => input === id));
  const [chosen, setChosen] = useState<string | null>(null);
  const run = withAnswers.find((other) => other.id === chosen) ?? withAnswers[0];
  const hashes = useHashes(result);
  if (!run) return null;
  const answers = run.answers.filter(({ input }) => input === id);
  const candidate = answers.find(({ side }) => side === 'candidate');
  const baseline = answers.find(({ side }) => side === 'baseline') ?? null;
  const isOfThese = hashes !== null && answers.every(({ side, textHash }) => hashes[side] === textHash);
  const total = addCosts(run.answers, run.model);
  return (
    <section className={classes.answers} aria-label="Answers of the model">
      <header className={classes.header}>
        <h3>Answers of {run.model.name}</h3>
        {withAnswers.length > 1 ? (
          <select
            className={classes.runs}
            aria-label="Which run"
            value={run.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {withAnswers.map((other) => (
              <option key={other.id} value={other.id}>
                {other.candidate}
                {other.baseline === null ? '' : ` and ${other.baseline}`},{' '}
                {new Date(other.startedAt).toLocaleString()}
              </option>
            ))}
          </select>
        ) : null}
        <p className={classes.quiet}>
          <TimeAgo time={run.startedAt} />
          {hashes !== null && !isOfThese ? ', to other texts than these' : ''}
          {total.tokens > 0 ? ` · the whole run: ${formatCount(total.tokens, 'token')}` : ''}
          {total.amount === null ? '' : `, ${total.amount}`}
        </p>
      </header>
      <Both
        candidate={candidate}
        baseline={baseline}
        run={run}
        names={isOfThese ? names : { candidate: run.candidate, baseline: run.baseline }}
        typography={typography}
      />
    </section>
  );
}

interface BothProps {
  readonly candidate: ModelAnswer | undefined;
  readonly baseline: ModelAnswer | null;
  readonly run: ModelRun;
  readonly names: AnswersProps['names'];
  readonly typography: Typography;
}

const noVariables: never[] = [];

function Both({ candidate, baseline, run, names, typography }: BothProps) {
  const mode = useTestView((state) => state.mode);
  const isOver = (answer: ModelAnswer | null | undefined) => answer?.state === 'done' && answer.text !== '';
  const isCompared = isOver(candidate) && isOver(baseline);
  const from = useMemo(
    () => (isCompared && baseline ? { text: baseline.text, variables: noVariables } : null),
    [isCompared, baseline],
  );
  const to = useMemo(
    () => (isCompared && candidate ? { text: candidate.text, variables: noVariables } : null),
    [isCompared, candidate],
  );
  const { comparison, isFailed } = useComparison(from, to);
  const isSameText = baseline === null && run.baseline !== null;
  return (
    <>
      <div className={classes.facts}>
        {baseline ? <Facts name={names.baseline ?? ''} answer={baseline} run={run} /> : null}
        {candidate ? (
          <Facts
            name={isSameText ? `${names.candidate} and ${run.baseline}` : names.candidate}
            answer={candidate}
            run={run}
          />
        ) : null}
      </div>
      {isSameText ? (
        <p className={classes.quiet}>Both sides read the same, so the model was asked once.</p>
      ) : null}
      {isCompared && comparison && !isFailed ? (
        <div className={classes.diff}>
          <ProseDiff
            comparison={comparison}
            mode={mode}
            typography={typography}
            ariaLabel="Answers compared"
            isCompact
          />
        </div>
      ) : (
        <div className={classes.columns}>
          {baseline ? <Text answer={baseline} typography={typography} /> : null}
          {candidate ? <Text answer={candidate} typography={typography} /> : null}
        </div>
      )}
    </>
  );
}

const states: Readonly<Record<ModelAnswer['state'], string>> = {
  waiting: 'waiting',
  answering: 'answering…',
  done: '',
  failed: 'failed',
  cancelled: 'stopped',
};

function Facts({
  name,
  answer,
  run,
}: {
  readonly name: string;
  readonly answer: ModelAnswer;
  readonly run: ModelRun;
}) {
  const { tokens, state, seconds, isAtLimit, fault } = answer;
  const { amount } = addCosts([answer], run.model);
  const facts = [
    states[state],
    describeTokens(tokens),
    amount ?? '',
    state === 'done' && seconds !== null ? `${seconds.toFixed(1)} s` : '',
    isAtLimit ? 'stopped at the model’s limit' : '',
  ].filter((fact) => fact !== '');
  return (
    <div>
      <h4>{name.slice(0, 1).toUpperCase() + name.slice(1)}</h4>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
      {fault ? <p className={classes.fault}>{describeModelFault(fault)}</p> : null}
    </div>
  );
}

function Text({ answer, typography }: { readonly answer: ModelAnswer; readonly typography: Typography }) {
  return (
    <p className={classes.text} style={{ fontFamily: typography.family, fontSize: typography.size }}>
      {answer.text}
    </p>
  );
}

/** The hashes of the texts that are shown, to tell whether an answer is an answer to them. */
function useHashes({ candidate, baseline }: TestResult): Readonly<Record<AnswerSide, string | null>> | null {
  const [left, right] = [candidate.text, baseline?.text ?? null];
  const [hashes, setHashes] = useState<Readonly<Record<AnswerSide, string | null>> | null>(null);
  useEffect(() => {
    let isOver = false;
    const read = (text: string | null) => (text === null ? null : hashText(text));
    void Promise.all([read(left), read(right)]).then(([first, second]) => {
      if (!isOver) setHashes({ candidate: first, baseline: second });
    });
    return () => {
      isOver = true;
    };
  }, [left, right]);
  return hashes;
}
