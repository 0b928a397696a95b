import { useEffect, useMemo } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import type { ComparedText } from '../../components/prose-diff/compare-texts.ts';
import { ProseDiff } from '../../components/prose-diff/prose-diff.tsx';
import { useComparison } from '../../components/prose-diff/use-comparison.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { Typography } from '../../theme/typography.ts';
import { useVersions, versionKey } from '../history/versions-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './difference.module.css';

interface DifferenceProps {
  readonly place: PromptPlace;
  /** `null` where nothing is stable yet: the text is then shown as it is. */
  readonly from: number | null;
  readonly to: number;
  readonly typography: Typography;
}

/** What stable's text becomes, inline. */
export function Difference({ place, from, to, typography }: DifferenceProps) {
  const before = useVersions((state) => (from === null ? undefined : state.texts[versionKey(place, from)]));
  const after = useVersions((state) => state.texts[versionKey(place, to)]);
  const original = useMemo(() => comparedText(before), [before]);
  const modified = useMemo(() => comparedText(after), [after]);
  const { comparison, isFailed } = useComparison(original, modified);
  useEffect(() => {
    for (const version of from === null ? [to] : [from, to]) {
      useVersions
        .getState()
        .read(place, version)
        .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
    }
  }, [place, from, to]);

  if (!after || (from !== null && !before)) {
    return (
      <div className={classes.frame}>
        <SkeletonLines count={6} label="The texts are being loaded" />
      </div>
    );
  }
  if (!before) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      <section className={classes.text} tabIndex={0} aria-label="What will be replaced">
        <MarkedText content={after.content} typography={{ ...typography, size: 14 }} />
      </section>
    );
  }
  if (before.content === after.content) {
    return <p className={classes.same}>No differences in the text.</p>;
  }
  if (isFailed) {
    return (
      <ErrorNote title="The texts could not be compared here">
        Nothing has changed. Open the Compare tab to see both of them.
      </ErrorNote>
    );
  }
  return (
    <div className={classes.frame}>
      {comparison ? (
        <ProseDiff
          comparison={comparison}
          mode="inline"
          typography={{ ...typography, size: 14 }}
          isCompact
          ariaLabel="What will be replaced"
        />
      ) : (
        <SkeletonLines count={6} label="The texts are being compared" />
      )}
    </div>
  );
}

function comparedText(version: { readonly content: string } | undefined): ComparedText | null {
  return version ? { text: version.content, variables: [] } : null;
}
