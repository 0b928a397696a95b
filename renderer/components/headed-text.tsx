import type { HeadedPiece } from '../format/split-headings.ts';
import classes from './headed-text.module.css';

/** Words with their headings in bold, each with the “#” that makes it one: applications get that too. */
export function HeadedText({ pieces }: { readonly pieces: readonly HeadedPiece[] }) {
  return pieces.map(({ text, isHeading }, index) =>
    isHeading ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
      <span key={index} className={classes.heading}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}

/** For what stands in a heading without being its words, as a variable does. */
export const headingClass = classes.heading;
