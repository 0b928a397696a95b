import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import type { DiffRow } from './diff-rows.ts';
import { MarkedParts } from './marked-parts.tsx';
import type { RowMark } from './placed-passages.ts';
import classes from './prose-diff.module.css';

interface DiffRowViewProps {
  readonly row: DiffRow;
  readonly place: number;
  readonly mode: 'side-by-side' | 'inline';
  readonly marks?: readonly RowMark[] | undefined;
  readonly currentMark?: string | null | undefined;
  readonly onGoTo: (place: number) => void;
}

/** One paragraph: both texts beside each other, or one text with what was removed and added in it. */
export const DiffRowView = memo(function DiffRowView({
  row,
  place,
  mode,
  marks,
  currentMark,
  onGoTo,
}: DiffRowViewProps) {
  const { kind, parts, side, counterpart } = row;
  const label =
    kind === 'moved' && counterpart !== undefined ? (
      <MovedLabel side={side} isBelow={counterpart > place} onClick={() => onGoTo(counterpart)} />
    ) : null;
  if (mode === 'inline') {
    const isOldPlace = side === 'from';
    return (
      <div className={classes.cell} data-kind={kind} data-side={side}>
        {label}
        <p className={isOldPlace ? classes.glimpse : undefined}>
          <MarkedParts
            parts={parts}
            side={isOldPlace ? 'from' : undefined}
            marks={marks}
            currentMark={currentMark}
          />
        </p>
      </div>
    );
  }
  const cell = (of: 'from' | 'to') => {
    const isShown = kind === 'moved' ? side === of : hasSide(parts, of);
    return (
      <div className={classes.cell} data-kind={isShown ? kind : 'nothing'} data-side={of}>
        {isShown ? label : null}
        {isShown ? (
          <p>
            <MarkedParts parts={parts} side={of} marks={marks} currentMark={currentMark} />
          </p>
        ) : null}
      </div>
    );
  };
  return (
    <>
      {cell('from')}
      {cell('to')}
    </>
  );
});

function hasSide(parts: readonly DiffPart[], side: 'from' | 'to'): boolean {
  const other = side === 'from' ? 'added' : 'removed';
  return parts.some(({ kind }) => kind !== other);
}

const labels = {
  from: { above: 'Moved up', below: 'Moved down' },
  to: { above: 'Moved from above', below: 'Moved from below' },
};

interface MovedLabelProps {
  readonly side: DiffRow['side'];
  readonly isBelow: boolean;
  readonly onClick: () => void;
}

/** Says where a paragraph went or came from, and goes there. */
function MovedLabel({ side, isBelow, onClick }: MovedLabelProps) {
  const Arrow = isBelow ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" className={classes.moved} onClick={onClick}>
      <Arrow size={13} aria-hidden />
      {labels[side ?? 'to'][isBelow ? 'below' : 'above']}
    </button>
  );
}
