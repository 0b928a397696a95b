import { Textarea, type TextareaProps } from '@mantine/core';
import type { CSSProperties } from 'react';
import classes from './growing-textarea.module.css';

interface GrowingTextareaProps
  extends Omit<TextareaProps, 'autosize' | 'classNames' | 'maxRows' | 'minRows' | 'style'> {
  /** How many lines are there when it is empty. */
  readonly minRows?: number;
  /** From how many lines on it scrolls. */
  readonly maxRows: number;
  readonly classNames?: { readonly label?: string };
}

/**
 * A field that is as high as its text. The browser does the measuring: measured by a program, every field would have
 * the page laid out several times whenever it is drawn.
 */
export function GrowingTextarea({ minRows = 1, maxRows, classNames, ...others }: GrowingTextareaProps) {
  return (
    <Textarea
      {...others}
      rows={minRows}
      style={{ '--min-rows': minRows, '--max-rows': maxRows } as CSSProperties}
      classNames={{ ...classNames, input: `${classes.input}` }}
    />
  );
}
