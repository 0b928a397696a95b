import { useMemo } from 'react';
import type { Version } from '#core/contract/shapes.ts';
import type { PreviewValues } from '#core/contract/workspace-shapes.ts';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useGrowing } from '../../components/use-growing.ts';
import { type FinishedText, joinParts } from '../../format/finished-text.ts';
import { withLineFeeds } from '../../format/split-parts.ts';
import type { Typography } from '../../theme/typography.ts';
import type { ComparedPart } from './preview-comparison.ts';
import classes from './preview-text.module.css';
import { usePreviewComparison } from './use-preview-comparison.ts';

interface StableComparisonProps {
  readonly stable: Version;
  readonly finished: FinishedText;
  readonly values: PreviewValues;
  readonly typography: Typography;
}

const tags = { same: 'span', removed: 'del', added: 'ins' } as const;

/** The finished text of the draft against what applications receive now, from the same values. */
export function StableComparison({ stable, finished, values, typography }: StableComparisonProps) {
  const draft = useMemo(() => joinParts(finished.parts), [finished]);
  const parts = usePreviewComparison({ stable, values, draft });
  const groups = useMemo(() => groupParts(parts ?? []), [parts]);
  const drawn = useGrowing(groups.length);
  if (!parts) return <SkeletonLines count={6} label="The texts are being compared" />;
  const isSame = parts.every(({ kind }) => kind === 'same');
  return (
    <div className={classes.text} style={{ fontFamily: typography.family, fontSize: typography.size - 1 }}>
      <p className={classes.verdict} role="status">
        {isSame
          ? `With these values, applications receive the same text from stable (v${stable.version}).`
          : `Against stable (v${stable.version}) with the same values.`}
      </p>
      {groups.slice(0, drawn).map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity than their place
        <p key={place} className={classes.block}>
          {group.map(({ kind, text }, index) => {
            const Tag = tags[kind];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
              <Tag key={index} className={classes[kind]}>
                {withLineFeeds(text)}
              </Tag>
            );
          })}
        </p>
      ))}
    </div>
  );
}

const groupLength = 1_500;

/** Blocks that end with a line, so that only the visible ones are laid out. */
function groupParts(parts: readonly ComparedPart[]): ComparedPart[][] {
  const groups: ComparedPart[][] = [[]];
  let length = 0;
  for (const part of parts) {
    for (const text of part.text.match(/[\s\S]{1,1500}(?:[^\n]*\n|[^\n]*$)/g) ?? []) {
      groups.at(-1)?.push({ kind: part.kind, text });
      length += text.length;
      if (length < groupLength || !text.endsWith('\n')) continue;
      groups.push([]);
      length = 0;
    }
  }
  return groups.filter((group) => group.length > 0);
}
