import { useMemo } from 'react';
import type { EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import classes from './earlier-drafts.module.css';

interface EarlierDraftReaderProps {
  readonly text: EarlierText | null;
  /** What is in the editor now. */
  readonly current: string;
  readonly typography: Typography;
}

/** An earlier draft, with what bringing it back would change marked. */
export function EarlierDraftReader({ text, current, typography }: EarlierDraftReaderProps) {
  const now = useMemo(() => ({ text: current, variables: [] }), [current]);
  const then = useMemo(() => (text ? { text: text.content, variables: [] } : null), [text]);
  const { comparison, isFailed } = useComparison(now, then);
  const small = useMemo(() => ({ ...typography, size: 14 }), [typography]);
  if (!text) {
    return (
      <div className={classes.reader}>
        <SkeletonLines count={6} label="The text is being loaded" />
      </div>
    );
  }
  const isSame = text.content === current;
  return (
    <div className={classes.reader}>
      <p className={classes.about}>
        {isSame ? 'This is what is in the editor now.' : 'What bringing it back would change:'}
      </p>
      {isSame || isFailed ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <section className={classes.text} tabIndex={0} aria-label="Text of the earlier draft">
          <MarkedText content={text.content} typography={small} />
        </section>
      ) : comparison ? (
        <div className={classes.text}>
          <ProseDiff
            comparison={comparison}
            mode="inline"
            typography={small}
            isCompact
            ariaLabel="Text of the earlier draft"
          />
        </div>
      ) : (
        <SkeletonLines count={6} label="The texts are being compared" />
      )}
    </div>
  );
}
