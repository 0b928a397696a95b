import { NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { GrowingTextarea } from '../../components/growing-textarea.tsx';
import { NumberField } from './number-field.tsx';
import classes from './variable-field.module.css';
import { VariableHelp } from './variable-help.tsx';

interface VariableFieldProps {
  readonly variable: VariableDeclaration;
  readonly value: string;
  readonly fault: string | undefined;
  readonly isUsed: boolean;
  readonly isDeclared: boolean;
  /** Absent where nothing may be edited. */
  readonly onEdit?: (() => void) | undefined;
  readonly onInsert?: (() => void) | undefined;
  readonly onChange: (value: string) => void;
}

/** The field for one variable's value, made for its type. */
export function VariableField(props: VariableFieldProps) {
  const { variable, value, fault, isDeclared, onEdit, onChange } = props;
  return (
    <div className={classes.field}>
      <ValueField variable={variable} value={value} fault={fault} onChange={onChange} />
      <VariableHelp {...props} />
      {onEdit && isDeclared ? (
        <button type="button" className={classes.edit} title="Edit variable" onClick={onEdit}>
          <IconPencil size={14} aria-hidden />
          <VisuallyHidden>Edit variable {variable.name}</VisuallyHidden>
        </button>
      ) : null}
    </div>
  );
}

type ValueFieldProps = Pick<VariableFieldProps, 'variable' | 'value' | 'fault' | 'onChange'>;

function ValueField({ variable, value, fault, onChange }: ValueFieldProps) {
  const id = variableFieldId(variable.name);
  const common = {
    label: variable.name,
    id,
    withAsterisk: variable.required,
    'aria-required': variable.required,
    'aria-describedby': `${id}-help`,
    error: fault ? `This ${fault}.` : undefined,
    value,
    classNames: { label: `${classes.label}` },
  };
  const standard = variable.default === undefined ? '' : String(variable.default);
  const placeholder = standard === '' ? '' : `default: ${standard}`;
  switch (variable.type) {
    case 'text':
      return (
        <GrowingTextarea
          {...common}
          minRows={variable.multiline ? 4 : 1}
          maxRows={variable.multiline ? 16 : 6}
          placeholder={placeholder}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return <NumberField {...common} placeholder={placeholder} onChange={onChange} />;
    case 'boolean':
      return (
        <NativeSelect
          {...common}
          data={[
            { value: '', label: standard ? `default: ${standard === 'true' ? 'yes' : 'no'}` : 'Choose…' },
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          data={[
            { value: '', label: placeholder || 'Choose…' },
            ...withCurrent(variable.choices ?? [], value).filter((choice) => choice !== ''),
          ]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** A value that is no choice any more is shown all the same: its fault is said below. */
function withCurrent(choices: readonly string[], value: string): readonly string[] {
  return choices.includes(value) ? choices : [...choices, value];
}

/** The id of a variable's field, to send the focus there. */
export const variableFieldId = (name: string) => `variable-${name}`;
