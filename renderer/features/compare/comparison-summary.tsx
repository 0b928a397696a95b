import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Comparison } from '../../components/prose-diff/compare-texts.ts';
import { SummaryLine } from '../../components/summary-line.tsx';
import { formatCount } from '../../format/counts.ts';
import { useCompare } from './compare-store.ts';
import classes from './compare-view.module.css';

/** Says in one line what changed, and goes from change to change. */
export function ComparisonSummary({ comparison }: { readonly comparison: Comparison | null }) {
  const count = comparison?.changes.length ?? 0;
  return (
    <div className={classes.summary}>
      <p role="status">
        {comparison ? <SummaryLine summary={comparison.summary} /> : null}
        {count > 0 ? <span className={classes.count}>{formatCount(count, 'changed passage')}</span> : null}
      </p>
      <span className={classes.steps}>
        <Button
          variant="subtle"
          h={28}
          leftSection={<IconArrowUp size={14} aria-hidden />}
          disabled={count === 0}
          onClick={() => useCompare.getState().navigation?.goToPreviousChange()}
        >
          Previous change
        </Button>
        <Button
          variant="subtle"
          h={28}
          leftSection={<IconArrowDown size={14} aria-hidden />}
          disabled={count === 0}
          onClick={() => useCompare.getState().navigation?.goToNextChange()}
        >
          Next change
        </Button>
      </span>
    </div>
  );
}
