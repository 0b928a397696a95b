import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Version } from '#core/contract/shapes.ts';
import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { SummaryLine } from '../../components/summary-line.tsx';
import { type FinishedText, finishText, joinParts } from '../../format/finished-text.ts';
import type { Typography } from '../../theme/typography.ts';
import classes from './stable-comparison.module.css';

interface StableComparisonProps {
  readonly stable: Version;
  readonly finished: FinishedText;
  readonly values: PreviewValues;
  readonly typography: Typography;
}

/** In milliseconds: how long typing has to rest before the texts are compared anew. */
const pause = 150;

/** The finished text of the draft against what applications receive now, from the same values. */
export function StableComparison({ stable, finished, values, typography }: StableComparisonProps) {
  const [draft] = useDebouncedValue(finished, pause);
  const from = useMemo(
    () => toCompared(finishText(stable.content, stable.variables, values)),
    [stable, values],
  );
  const to = useMemo(() => toCompared(draft), [draft]);
  const { comparison, isFailed } = useComparison(from, to);
  const small = useMemo(() => ({ ...typography, size: typography.size - 1 }), [typography]);
  return (
    <>
      <p className={classes.verdict} role="status">
        {from.text === to.text ? (
          `With these values, applications receive the same text from stable (v${stable.version}).`
        ) : (
          <>
            Against stable (v{stable.version}) with the same values.{' '}
            {comparison ? <SummaryLine summary={comparison.summary} /> : null}
          </>
        )}
      </p>
      {isFailed ? (
        <p className={classes.verdict} role="alert">
          The texts could not be compared. Both are safe.
        </p>
      ) : comparison ? (
        <div className={classes.texts}>
          <ProseDiff
            comparison={comparison}
            mode="inline"
            typography={small}
            isCompact
            ariaLabel="Compared with stable"
          />
        </div>
      ) : (
        <SkeletonLines count={6} label="The texts are being compared" />
      )}
    </>
  );
}

function toCompared({ parts, variables }: FinishedText) {
  return { text: joinParts(parts), variables };
}
