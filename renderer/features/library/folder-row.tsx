import { IconChevronRight } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import classes from './folder-row.module.css';
import type { FolderRow as Row } from './list-rows.ts';

interface FolderRowProps {
  readonly row: Row;
  readonly tabIndex: number;
  readonly onToggle: () => void;
}

/** One folder of the list, open or closed. */
export function FolderRow({ row, tabIndex, onToggle }: FolderRowProps) {
  return (
    <button
      data-row
      type="button"
      className={classes.folder}
      style={{ '--depth': row.depth } as CSSProperties}
      aria-expanded={row.isOpen}
      title={row.folder}
      tabIndex={tabIndex}
      onClick={onToggle}
    >
      <IconChevronRight className={classes.chevron} size={13} stroke={2} aria-hidden />
      <span className={classes.name}>{row.folder.slice(row.folder.lastIndexOf('/') + 1)}</span>
      <span className={classes.count}>{row.count}</span>
    </button>
  );
}
