import type { ReactNode } from 'react';
import classes from './list-row.module.css';

interface ListRowProps {
  readonly name: ReactNode;
  /** The second line. */
  readonly detail: ReactNode;
  readonly start?: ReactNode;
  readonly end: ReactNode;
  /** True where the row fills what it is put into: its lines are cut off then, not wrapped. */
  readonly fills?: boolean;
  readonly onOpen: () => void;
}

/** A row of a list, which opens what it names. */
export function ListRow({ name, detail, start, end, fills = false, onOpen }: ListRowProps) {
  return (
    <button type="button" className={classes.row} data-fills={fills || undefined} onClick={onOpen}>
      {start}
      <span className={classes.text}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>{detail}</span>
      </span>
      {end}
    </button>
  );
}

/** Words beside the name that matter less. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return <span className={classes.detail}> {children}</span>;
}
