import { IconGripVertical } from '@tabler/icons-react';
import { memo, type Ref } from 'react';
import type { DraftInput, TestResult } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { useTurn } from '../../components/use-turn.ts';
import { ChecksCell } from './checks-cell.tsx';
import { findInputFaults } from './draft-inputs.ts';
import { InputMenu } from './input-menu.tsx';
import classes from './input-row.module.css';
import table from './inputs-table.module.css';
import { ResultCell } from './result-cell.tsx';
import { titleFieldId } from './row-actions.ts';
import { RowSketch } from './row-sketch.tsx';
import { useTestInputs } from './test-inputs-store.ts';
import fields from './value-cell.module.css';
import { ValueCell } from './value-cell.tsx';

interface InputRowProps {
  readonly ref: Ref<HTMLTableRowElement>;
  readonly place: PromptPlace;
  readonly input: DraftInput;
  readonly index: number;
  readonly count: number;
  readonly columns: readonly VariableDeclaration[];
  readonly result: TestResult | undefined;
  /** True where what is empty is pointed at. */
  readonly isChecked: boolean;
  readonly isReadOnly: boolean;
}

/** One test input: its words at once, its fields when it is its turn. */
export function InputRow({ height, ...row }: InputRowProps & { readonly height: number }) {
  const hasTurn = useTurn();
  if (hasTurn) return <FilledRow {...row} />;
  return <RowSketch input={row.input} index={row.index} columns={row.columns} height={height} />;
}

/** A test input's title, its values, its checks, and what comes of it now. */
const FilledRow = memo(function FilledRow(props: InputRowProps) {
  const { ref, place, input, index, count, columns, result, isChecked, isReadOnly } = props;
  const { setTitle, setValue } = useTestInputs.getState();
  const faults = findInputFaults(input);
  const shown = isChecked
    ? faults
    : Object.fromEntries(Object.entries(faults).filter(([name]) => isTyped(input, name)));
  const name = input.title || `Test input ${index + 1}`;
  return (
    <tr ref={ref} data-input={input.id} data-index={index} aria-rowindex={index + 2} className={classes.row}>
      <th scope="row" className={table.titleCell}>
        <div className={classes.titleLine}>
          {isReadOnly ? null : (
            <span
              className={classes.grip}
              draggable
              aria-hidden
              onDragStart={(event) => {
                event.dataTransfer.setData('text/x-test-input', input.id);
                event.dataTransfer.effectAllowed = 'move';
              }}
            >
              <IconGripVertical size={14} />
            </span>
          )}
          <textarea
            id={titleFieldId(input.id)}
            className={fields.field}
            aria-label={`Title of test input ${index + 1}`}
            aria-invalid={shown.title !== undefined || undefined}
            rows={1}
            maxLength={200}
            readOnly={isReadOnly}
            placeholder="Title"
            value={input.title}
            onChange={(event) => setTitle(place, input.id, event.currentTarget.value.replaceAll('\n', ' '))}
          />
          {isReadOnly ? null : (
            <InputMenu place={place} id={input.id} name={name} index={index} count={count} />
          )}
        </div>
        {shown.title ? <p className={fields.fault}>{shown.title}</p> : null}
      </th>
      <td>
        <ResultCell place={place} id={input.id} name={name} result={result} />
      </td>
      {columns.map((variable) => (
        <td key={variable.name}>
          <ValueCell
            variable={variable}
            label={`${variable.name} of ${name}`}
            value={Object.hasOwn(input.values, variable.name) ? (input.values[variable.name] ?? '') : ''}
            isReadOnly={isReadOnly}
            onChange={(value) => setValue(place, input.id, variable.name, value)}
          />
        </td>
      ))}
      <td>
        <ChecksCell place={place} input={input} faults={shown} isReadOnly={isReadOnly} />
      </td>
    </tr>
  );
});

/** A field that is still empty is not wrong yet. */
function isTyped({ checks }: DraftInput, name: string): boolean {
  return checks.some(({ id, value }) => name === `check ${id}` && value !== '');
}
