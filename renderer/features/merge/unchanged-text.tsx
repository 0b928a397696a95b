import { useState } from 'react';
import { splitLines } from '#core/domain/diff/split-text.ts';
import { FoldButton } from '../../components/fold-button.tsx';
import classes from './merge-form.module.css';

const shownLines = 3;

/** What nobody changed: only what stands next to a change, until the rest is asked for. */
export function UnchangedText({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const lines = splitLines(text);
  const hidden = lines.length - 2 * shownLines;
  if (isOpen || hidden <= 2) return text;
  return (
    <>
      {lines.slice(0, shownLines).join('')}
      <FoldButton className={classes.fold} onClick={() => setIsOpen(true)}>
        Show {hidden} unchanged lines
      </FoldButton>
      {lines.slice(-shownLines).join('')}
    </>
  );
}
