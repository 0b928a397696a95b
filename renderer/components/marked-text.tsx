import { memo, useMemo } from 'react';
import { parseTemplate } from '#core/domain/template.ts';
import { type LineState, splitHeadings } from '../format/split-headings.ts';
import { withLineFeeds } from '../format/split-parts.ts';
import type { Typography } from '../theme/typography.ts';
import { HeadedText, headingClass } from './headed-text.tsx';
import classes from './marked-text.module.css';

interface MarkedTextProps {
  readonly content: string;
  readonly typography: Typography;
}

/** A prompt's text to be read, byte for byte as it is written, with its variables marked. */
export const MarkedText = memo(function MarkedText({ content, typography }: MarkedTextProps) {
  const pieces = useMemo(() => {
    const { segments } = parseTemplate(content);
    let state: LineState = 'start';
    return segments.map(({ kind, start, end }) => {
      const text = withLineFeeds(content.slice(start, end));
      const isInHeading = state === 'heading';
      const split = splitHeadings(text, state);
      state = split.end;
      return { kind, start, text, isInHeading, headed: split.pieces };
    });
  }, [content]);
  return (
    <p className={classes.text} style={{ fontFamily: typography.family, fontSize: typography.size }}>
      {pieces.map(({ kind, start, text, isInHeading, headed }) =>
        kind === 'variable' ? (
          <span key={start} className={`${classes.variable} ${isInHeading ? headingClass : ''}`}>
            {text}
          </span>
        ) : (
          <HeadedText key={start} pieces={headed} />
        ),
      )}
    </p>
  );
});
