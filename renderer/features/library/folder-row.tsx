import { IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import classes from './folder-row.module.css';
import type { FolderRow as Row } from './list-rows.ts';

interface FolderRowProps {
  readonly row: Row;
  readonly tabIndex: number;
  readonly buttonRef: Ref<HTMLButtonElement>;
  readonly onToggle: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One folder of the list, open or closed. */
export function FolderRow({ row, tabIndex, buttonRef, onToggle, onKeyDown }: FolderRowProps) {
  return (
    <button
      ref={buttonRef}
      data-row
      type="button"
      className={classes.folder}
      style={{ paddingLeft: 6 + row.depth * 14 }}
      aria-expanded={row.isOpen}
      title={row.folder}
      tabIndex={tabIndex}
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <IconChevronRight className={classes.chevron} size={13} stroke={2} aria-hidden />
      <span className={classes.name}>{row.folder.slice(row.folder.lastIndexOf('/') + 1)}</span>
      <span className={classes.count}>{row.count}</span>
    </button>
  );
}
