import { useMemo } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { formatDateTime } from '../../format/dates.ts';
import { describeTokens } from '../../format/model-costs.ts';
import type { Typography } from '../../theme/typography.ts';
import classes from './answers.module.css';
import { useTestView } from './test-view-store.ts';

interface KeptAnswersProps {
  readonly answers: NonNullable<TestResult['answers']>;
  readonly names: { readonly candidate: string; readonly baseline: string | null };
  readonly typography: Typography;
}

const noVariables: never[] = [];

/** What a model answered, as it was handed in with a kept result: which one, when, for how many tokens. */
export function KeptAnswers({ answers, names, typography }: KeptAnswersProps) {
  const mode = useTestView((state) => state.mode);
  const { candidate, baseline, askedAt, tokens } = answers;
  const isCompared = candidate !== null && baseline !== null;
  const from = useMemo(
    () => (isCompared ? { text: baseline, variables: noVariables } : null),
    [isCompared, baseline],
  );
  const to = useMemo(
    () => (isCompared ? { text: candidate, variables: noVariables } : null),
    [isCompared, candidate],
  );
  const { comparison } = useComparison(from, to);
  const sides = [
    { name: names.baseline ?? '', text: baseline, tokens: tokens?.baseline },
    { name: names.candidate, text: candidate, tokens: tokens?.candidate },
  ].filter(({ text }) => text !== null);
  return (
    <section className={classes.answers} aria-label="Answers of the model">
      <header className={classes.header}>
        <h3>Answers of {answers.model}</h3>
        <p className={classes.quiet}>
          {askedAt === undefined ? '' : `asked ${formatDateTime(askedAt)}, `}handed in with the result
        </p>
      </header>
      <div className={classes.facts}>
        {sides.map((side) => (
          <div key={side.name}>
            <h4>{side.name}</h4>
            <p className={classes.quiet}>{describeTokens(side.tokens)}</p>
          </div>
        ))}
      </div>
      {comparison ? (
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
          {sides.map(({ name, text }) => (
            <p
              key={name}
              className={classes.text}
              style={{ fontFamily: typography.family, fontSize: typography.size }}
            >
              {text}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
