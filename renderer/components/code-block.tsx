import type { ReactNode } from 'react';
import classes from './code-block.module.css';

interface CodeBlockProps {
  readonly code: string;
  readonly label: string;
  readonly actions: ReactNode;
  /** True for words: long lines wrap instead of being scrolled. */
  readonly wraps?: boolean;
}

/** Code to be read and copied. */
export function CodeBlock({ code, label, actions, wraps = false }: CodeBlockProps) {
  return (
    <figure className={classes.block} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls has to be reachable by keyboard */}
      <pre className={classes.code} data-wraps={wraps} tabIndex={0}>
        {code}
      </pre>
      <div className={classes.actions}>{actions}</div>
    </figure>
  );
}
