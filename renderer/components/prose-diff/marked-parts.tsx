import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import classes from './prose-diff.module.css';

const variable = /(\{\{ *[A-Za-z_][A-Za-z0-9_.-]* *\}\})/;

interface MarkedPartsProps {
  readonly parts: readonly DiffPart[];
  /** One side of them alone, or both in one text. */
  readonly side?: 'from' | 'to' | undefined;
}

/** A passage with its changes marked, for the eye and for a screen reader. */
export function MarkedParts({ parts, side }: MarkedPartsProps) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <Text key={key} text={text} />;
    if (kind === 'removed' && side !== 'to') {
      return (
        <del key={key} className={classes.removed}>
          <Text text={text} />
        </del>
      );
    }
    if (kind === 'added' && side !== 'from') {
      return (
        <ins key={key} className={classes.added}>
          <Text text={text} />
        </ins>
      );
    }
    return null;
  });
}

function Text({ text }: { readonly text: string }) {
  if (!text.includes('{{')) return text;
  return text.split(variable).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
      <span key={index} className={classes.variable}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
