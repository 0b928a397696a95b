import { VisuallyHidden } from '@mantine/core';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import classes from './variable-field.module.css';

interface VariableHelpProps {
  readonly variable: VariableDeclaration;
  readonly value: string;
  readonly isUsed: boolean;
  readonly isDeclared: boolean;
  readonly onEdit?: (() => void) | undefined;
  readonly onInsert?: (() => void) | undefined;
  readonly onChange: (value: string) => void;
}

/** What there is to know of a variable, below its field, and what can be done with one click. */
export function VariableHelp(props: VariableHelpProps) {
  const { variable, value, isUsed, isDeclared, onEdit, onInsert, onChange } = props;
  const { name, description, example } = variable;
  const canUseExample = example !== undefined && example !== '' && example !== value;
  return (
    <div className={classes.help} id={`variable-${name}-help`}>
      {description ? <p>{description}</p> : null}
      {!isDeclared ? (
        <p>
          Not described yet.{' '}
          {onEdit ? (
            <button type="button" className={classes.link} onClick={onEdit}>
              Describe<VisuallyHidden> {name}</VisuallyHidden>
            </button>
          ) : null}
        </p>
      ) : null}
      {!isUsed ? (
        <p>
          Not used in this text.{' '}
          {onInsert ? (
            <button type="button" className={classes.link} onClick={onInsert}>
              Insert<VisuallyHidden> {name} at the caret</VisuallyHidden>
            </button>
          ) : null}
        </p>
      ) : null}
      {canUseExample ? (
        <p className={classes.example}>
          <span className={classes.exampleText}>Example: {example}</span>{' '}
          <button type="button" className={classes.link} onClick={() => onChange(example)}>
            Use example<VisuallyHidden> for {name}</VisuallyHidden>
          </button>
        </p>
      ) : null}
    </div>
  );
}
