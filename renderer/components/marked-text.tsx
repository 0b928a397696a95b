import { memo, useMemo } from 'react';
import { parseTemplate } from '#core/domain/template.ts';
import { withLineFeeds } from '../format/split-parts.ts';
import type { Typography } from '../theme/typography.ts';
import classes from './marked-text.module.css';

interface MarkedTextProps {
  readonly content: string;
  readonly typography: Typography;
}

/** A prompt's text to be read, byte for byte as it is written, with its variables marked. */
export const MarkedText = memo(function MarkedText({ content, typography }: MarkedTextProps) {
  const pieces = useMemo(() => {
    const { segments } = parseTemplate(content);
    return segments.map(({ kind, start, end }) => ({
      kind,
      start,
      text: withLineFeeds(content.slice(start, end)),
    }));
  }, [content]);
  return (
    <p className={classes.text} style={{ fontFamily: typography.family, fontSize: typography.size }}>
      {pieces.map(({ kind, start, text }) =>
        kind === 'variable' ? (
          <span key={start} className={classes.variable}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </p>
  );
});
