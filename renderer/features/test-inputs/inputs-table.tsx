import { type DragEvent, type KeyboardEvent, useRef } from 'react';
import type { TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { platform } from '../../format/platform.ts';
import { InputRow } from './input-row.tsx';
import type { InputTable } from './input-table.ts';
import classes from './inputs-table.module.css';
import { addInput, moveInput } from './row-actions.ts';
import { useTestInputs } from './test-inputs-store.ts';
import { choicesAt, useTestView } from './test-view-store.ts';
import { useDrawnRows } from './use-drawn-rows.ts';

interface InputsTableProps {
  readonly place: PromptPlace;
  readonly table: InputTable;
  readonly columns: readonly VariableDeclaration[];
  /** The names of the variables that the text has; the others are values left over. */
  readonly known: ReadonlySet<string>;
  readonly results: ReadonlyMap<string, TestResult>;
  readonly isReadOnly: boolean;
  readonly onSave: () => void;
}

const typeNames = { text: 'text', number: 'number', boolean: 'yes or no', choice: 'choice' } as const;

/** The test inputs of a prompt: one row each, a column for each variable. Only the rows near the view are drawn. */
export function InputsTable(props: InputsTableProps) {
  const { place, table, columns, known, results, isReadOnly, onSave } = props;
  const scroller = useRef<HTMLElement>(null);
  const asked = useTestView((state) => choicesAt(state, place).asked);
  const { rows, measure } = useDrawnRows(table.inputs, scroller, asked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section ref={scroller} className={classes.scroller} aria-label="Table of test inputs" tabIndex={0}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the whole table, each also a button or an entry */}
      <div
        data-own-keys="s S z Z y Y"
        onKeyDown={(event) => (isReadOnly ? undefined : handleKey(event, place, onSave))}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('text/x-test-input')) event.preventDefault();
        }}
        onDrop={(event) => drop(event, place)}
      >
        <table className={classes.table} aria-rowcount={table.inputs.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={classes.titleHead}>
                Title
              </th>
              <th scope="col" className={classes.resultHead}>
                Result
              </th>
              {columns.map((variable) => (
                <th key={variable.name} scope="col" data-long={variable.multiline || undefined}>
                  <code>{variable.name}</code>
                  <span className={classes.type}>
                    {known.has(variable.name) ? typeNames[variable.type] : 'not in the text'}
                  </span>
                </th>
              ))}
              <th scope="col" className={classes.checksHead}>
                Checks
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'gap' ? (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is only room, and no row takes the focus
                <tr key={row.key} className={classes.gap} aria-hidden="true">
                  <td colSpan={columns.length + 3} style={{ height: row.height }} />
                </tr>
              ) : (
                <InputRow
                  key={row.input.id}
                  ref={measure}
                  place={place}
                  input={row.input}
                  index={row.index}
                  height={row.height}
                  count={table.inputs.length}
                  columns={columns}
                  result={results.get(row.input.id)}
                  isChecked={table.isChecked}
                  isReadOnly={isReadOnly}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function handleKey(event: KeyboardEvent, place: PromptPlace, onSave: () => void): void {
  const isMod = platform === 'darwin' ? event.metaKey : event.ctrlKey;
  const run = keyAction(event, isMod, place, onSave);
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

function keyAction(event: KeyboardEvent, isMod: boolean, place: PromptPlace, onSave: () => void) {
  const { undo, redo } = useTestInputs.getState();
  const key = event.key.toLowerCase();
  if (isMod && !event.altKey) {
    if (key === 's' && !event.shiftKey) return onSave;
    if (key === 'z') return () => (event.shiftKey ? redo : undo)(place);
    if (key === 'y' && !event.shiftKey) return () => redo(place);
    if (key === 'enter') return () => addInput(place);
  }
  const id = rowOf(event.target);
  if (id === null || !event.altKey || !event.shiftKey || isMod) return null;
  if (key === 'arrowup') return () => moveInput(place, id, -1);
  return key === 'arrowdown' ? () => moveInput(place, id, 1) : null;
}

/** Puts what was dragged to where it was dropped. */
function drop(event: DragEvent, place: PromptPlace): void {
  const id = event.dataTransfer.getData('text/x-test-input');
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-input]') : null;
  if (!id || !row) return;
  event.preventDefault();
  useTestInputs.getState().move(place, id, Number(row.dataset.index));
}

function rowOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-input]') : null;
  return row?.dataset.input ?? null;
}
