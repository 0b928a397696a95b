import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Comparison } from '../../components/prose-diff/compare-texts.ts';
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

/** The summary as a sentence, with the names of variables set apart. */
function SummaryLine({ summary }: { readonly summary: string }) {
  if (summary === 'no change') return 'No differences';
  const [first = '', ...rest] = summary.split('`');
  return (
    <>
      {first.slice(0, 1).toUpperCase() + first.slice(1)}
      {rest.map((piece, index) =>
        // Every second piece is the name of a variable.
        index % 2 === 0 ? <strong key={piece}>{piece}</strong> : piece,
      )}
    </>
  );
}
