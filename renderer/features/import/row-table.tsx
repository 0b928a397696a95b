import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { Segmented } from '../../components/segmented.tsx';
import { formatCount } from '../../format/counts.ts';
import { countKindsOf } from './describe-rows.ts';
import { ImportRow } from './import-row.tsx';
import { useImport } from './import-store.ts';
import { canBeImported } from './plan-rows.ts';
import { isShown, type RowFilter } from './row-filter.ts';
import classes from './row-table.module.css';

const rowHeight = 66;

const rowFilters = ['all', 'new', 'new-version', 'unchanged', 'impossible'] as const;
const filterNames: Readonly<Record<RowFilter, string>> = {
  all: 'All',
  new: 'New',
  'new-version': 'Changed',
  unchanged: 'Unchanged',
  impossible: 'Not possible',
};

/** Every row with what would happen. Only what is visible is drawn. */
export function RowTable() {
  const rows = useImport((state) => state.rows);
  const filter = useImport((state) => state.filter);
  const setFilter = useImport((state) => state.setFilter);
  const chooseAll = useImport((state) => state.chooseAll);
  const scroller = useRef<HTMLDivElement>(null);
  const visible = useMemo(() => rows.filter(({ state }) => isShown(state.kind, filter)), [rows, filter]);
  const counts = useMemo(() => countKindsOf(rows), [rows]);
  const choosable = visible.filter(({ state }) => canBeImported(state));
  const chosen = choosable.filter(({ isChosen }) => isChosen).length;
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => visible[index]?.index ?? index,
    overscan: 6,
  });
  const numbers: Record<RowFilter, number> = {
    all: rows.length,
    new: counts.new,
    'new-version': counts['new-version'] + counts.older,
    unchanged: counts.unchanged + counts.repeated + counts.checking,
    impossible: counts.impossible,
  };
  const options = rowFilters
    .filter((option) => numbers[option] > 0 || option === 'all' || option === filter)
    .map((option) => ({
      value: option,
      label: `${filterNames[option]} ${numbers[option].toLocaleString()}`,
    }));
  return (
    <section className={classes.tablePanel} aria-label="What will happen">
      <div className={classes.tableHead}>
        <Checkbox
          aria-label="Choose all"
          checked={choosable.length > 0 && chosen === choosable.length}
          indeterminate={chosen > 0 && chosen < choosable.length}
          disabled={choosable.length === 0}
          onChange={(event) => chooseAll(event.currentTarget.checked)}
        />
        <Segmented label="Rows shown" value={filter} onChange={setFilter} options={options} />
      </div>
      <div className={classes.scroller} ref={scroller}>
        {visible.length === 0 ? <p className={classes.nothing}>No rows of this kind.</p> : null}
        {/* biome-ignore lint/a11y/useSemanticElements: the rows are placed by hand, which table elements cannot be */}
        <div
          role="list"
          aria-label={formatCount(visible.length, 'row')}
          className={classes.rows}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = visible[item.index];
            return row ? (
              // biome-ignore lint/a11y/useSemanticElements: see above
              <div
                key={item.key}
                role="listitem"
                aria-setsize={visible.length}
                aria-posinset={item.index + 1}
                className={classes.rowPlace}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              >
                <ImportRow row={row} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}
