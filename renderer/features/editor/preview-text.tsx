import { memo, useMemo } from 'react';
import type { RenderedPart } from '#core/domain/render.ts';
import { splitIntoBlocks, type TextBlock } from '../../format/split-parts.ts';
import type { Typography } from '../../theme/typography.ts';
import classes from './preview-text.module.css';

interface PreviewTextProps {
  readonly parts: readonly RenderedPart[];
  readonly typography: Typography;
}

/** A finished text with its inserted values marked. */
export function PreviewText({ parts, typography }: PreviewTextProps) {
  const blocks = useMemo(() => splitIntoBlocks(parts), [parts]);
  return (
    <div className={classes.text} style={{ fontFamily: typography.family, fontSize: typography.size - 1 }}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity than their place
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

const Block = memo(
  function Block({ block }: { readonly block: TextBlock }) {
    return (
      <p className={classes.block}>
        {block.parts.map((part, index) => {
          if (part.variable === null) return part.text;
          return (
            <mark
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
              key={index}
              className={part.isMissing ? classes.missing : classes.inserted}
              title={part.isMissing ? `${part.variable} has no value` : part.variable}
            >
              {part.text}
            </mark>
          );
        })}
      </p>
    );
  },
  (before, after) => before.block.signature === after.block.signature,
);
