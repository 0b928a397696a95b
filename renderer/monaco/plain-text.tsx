import type { CSSProperties } from 'react';
import { lineHeightOf, smallestMargin, type Typography } from './typography.ts';

/** More than any window shows at once. */
const shownLength = 20_000;

interface PlainTextProps {
  readonly text: string;
  readonly typography: Typography;
}

/** The text in the editor's own type, there with the first paint, while Monaco is on its way. */
export function PlainText({ text, typography }: PlainTextProps) {
  const style: CSSProperties = {
    position: 'absolute',
    inset: 0,
    margin: 0,
    padding: `24px max(${smallestMargin}px, calc((100% - ${typography.measure}em) / 2))`,
    overflow: 'hidden',
    fontFamily: typography.family,
    fontSize: typography.size,
    lineHeight: `${lineHeightOf(typography)}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  };
  return <pre style={style}>{text.slice(0, shownLength)}</pre>;
}
