import { useEffect } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { PromptDiff } from '../../monaco/prompt-diff.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
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
  readonly colorScheme: ColorScheme;
}

/** What stable's text becomes, inline. */
export function Difference({ place, from, to, typography, colorScheme }: DifferenceProps) {
  const before = useVersions((state) => (from === null ? undefined : state.texts[versionKey(place, from)]));
  const after = useVersions((state) => state.texts[versionKey(place, to)]);
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
  return (
    <div className={classes.frame}>
      <PromptDiff
        original={before.content}
        modified={after.content}
        mode="inline"
        typography={{ ...typography, size: 14 }}
        colorScheme={colorScheme}
        hideUnchangedRegions
        isCompact
        ariaLabel="What will be replaced"
        originalLabel={`Text of v${from}`}
        modifiedLabel={`Text of v${to}`}
      />
    </div>
  );
}
