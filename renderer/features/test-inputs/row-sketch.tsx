import type { DraftInput } from '#core/contract/test-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import table from './inputs-table.module.css';
import classes from './row-sketch.module.css';

interface RowSketchProps {
  readonly input: DraftInput;
  readonly index: number;
  readonly columns: readonly VariableDeclaration[];
  /** What the row took when it was seen last, or what it will take, in pixels. */
  readonly height: number;
}

/** What stands in the place of a test input for the moment until its fields are drawn: its words, where they will be. */
export function RowSketch({ input, index, columns, height }: RowSketchProps) {
  return (
    <tr data-input={input.id} data-index={index} aria-rowindex={index + 2} style={{ height }}>
      <th scope="row" className={table.titleCell}>
        <p className={classes.title}>{input.title}</p>
      </th>
      <td />
      {columns.map(({ name, type }) => (
        <td key={name}>
          {type === 'text' && Object.hasOwn(input.values, name) ? (
            <p className={classes.value}>{input.values[name]}</p>
          ) : null}
        </td>
      ))}
      <td />
    </tr>
  );
}
