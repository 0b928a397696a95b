import { CloseButton } from '@mantine/core';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { formatNumber } from '../../format/counts.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useChanging } from './change-selected.ts';
import classes from './selection-bar.module.css';
import {
  addTagToSelected,
  archiveSelection,
  copySelected,
  exportSelected,
  restoreSelection,
} from './selection-commands.ts';
import { isSelectionArchived, useSelection } from './selection-store.ts';

/** How many prompts are selected, and what can be done with them. */
export function SelectionBar({ listed }: { readonly listed: readonly PromptSummary[] }) {
  const { names, choose, end } = useSelection();
  const hasOther = useConnections(({ connections }) => (connections?.length ?? 0) > 1);
  const { doing, done, total, stop } = useChanging();
  const isAll = names.size > 0 && listed.every(({ name }) => names.has(name));
  const nothing = names.size === 0 ? 'Select at least one prompt.' : null;
  const shared = { variant: 'default', size: 'compact-xs', className: `${classes.action}` } as const;
  return (
    <section className={classes.bar} aria-label="Selected prompts">
      <div className={classes.line}>
        <span className={classes.count} role="status">
          {doing === null
            ? `${formatNumber(names.size)} selected`
            : `${doing}: ${formatNumber(done)} of ${formatNumber(total)}`}
        </span>
        {doing === null ? (
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              choose(
                listed.map(({ name }) => name),
                !isAll,
              )
            }
          >
            {isAll ? 'Select none' : 'Select all'}
          </button>
        ) : (
          <button type="button" className={classes.link} onClick={stop}>
            Stop
          </button>
        )}
        <CloseButton size="sm" aria-label="End selecting" title="End selecting" onClick={end} />
      </div>
      <div className={classes.actions}>
        <CommandButton
          {...shared}
          command={copySelected}
          label="Copy"
          obstacle={nothing ?? (hasOther ? null : 'Add another registry first.')}
        />
        <CommandButton {...shared} command={exportSelected} label="Export" obstacle={nothing} />
        <CommandButton {...shared} command={addTagToSelected} label="Add tag" obstacle={nothing} />
        {isSelectionArchived() ? (
          <CommandButton {...shared} command={restoreSelection} label="Restore" obstacle={nothing} />
        ) : (
          <CommandButton {...shared} command={archiveSelection} label="Archive" obstacle={nothing} />
        )}
      </div>
    </section>
  );
}
