import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { StateBadge } from '../../components/state-badge.tsx';
import { describeState } from './describe-rows.ts';
import classes from './import-row.module.css';
import { useImport } from './import-store.ts';
import { canBeImported, type PlannedRow, type RowKind } from './plan-rows.ts';

const tones: Readonly<Record<RowKind, 'positive' | 'accent' | 'neutral' | 'warning'>> = {
  new: 'positive',
  'new-version': 'accent',
  older: 'warning',
  unchanged: 'neutral',
  repeated: 'neutral',
  impossible: 'warning',
  checking: 'neutral',
};

/** One row: whether it is imported, its title and name, and what would happen. */
export const ImportRow = memo(function ImportRow({ row }: { readonly row: PlannedRow }) {
  const edit = useImport((state) => state.edit);
  const show = useImport((state) => state.show);
  const isShown = useImport((state) => state.shown === row.index);
  const { index, title, name, state, hint, freeName } = row;
  const isEditable = row.candidate.fault === null;
  const existing = 'existing' in state ? state.existing : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside do the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className={classes.row} data-shown={isShown} onFocus={() => show(index)} onClick={() => show(index)}>
      <Checkbox
        aria-label={`Import ${title}`}
        checked={row.isChosen}
        disabled={!canBeImported(state)}
        onChange={(event) => edit(index, { isChosen: event.currentTarget.checked })}
      />
      <div className={classes.fields}>
        <input
          className={classes.title}
          aria-label="Title"
          value={existing ? existing.title : title}
          readOnly={!isEditable || existing !== null}
          onChange={(event) => edit(index, { title: event.currentTarget.value })}
        />
        <input
          className={classes.name}
          aria-label={`Name of ${title}`}
          value={name}
          readOnly={!isEditable}
          spellCheck={false}
          onChange={(event) => edit(index, { name: event.currentTarget.value })}
        />
      </div>
      <div className={classes.state}>
        {state.kind === 'impossible' ? (
          <span className={classes.reason} title={state.reason}>
            {describeState(state)}
          </span>
        ) : (
          <StateBadge tone={tones[state.kind]}>{describeState(state)}</StateBadge>
        )}
        {freeName ? (
          <button
            type="button"
            className={classes.suggestion}
            onClick={() => edit(index, { name: freeName })}
          >
            {existing ? 'Make it a new prompt' : `Use “${freeName}”`}
          </button>
        ) : hint ? (
          <span className={classes.hint} title={hint}>
            {hint}
          </span>
        ) : null}
      </div>
    </div>
  );
});
