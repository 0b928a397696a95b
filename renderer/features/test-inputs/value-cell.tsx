import { useState } from 'react';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { readTypedNumber, showTypedNumber } from '../../format/typed-number.ts';
import { findValueFault } from './draft-inputs.ts';
import classes from './value-cell.module.css';

interface ValueCellProps {
  readonly variable: VariableDeclaration;
  /** What it is for, for a screen reader: “locale of German, premium”. */
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** The field for one value of a test input, made for the type of its variable. */
export function ValueCell(props: ValueCellProps) {
  const { variable, value } = props;
  const fault = findValueFault(variable, value);
  const isMissing = value === '' && variable.required && variable.default === undefined;
  return (
    <div
      className={classes.cell}
      data-fault={fault !== null || undefined}
      data-missing={isMissing || undefined}
    >
      <Field {...props} hint={hintOf(variable, isMissing)} isInvalid={fault !== null} />
      {fault ? <p className={classes.fault}>This {fault}.</p> : null}
    </div>
  );
}

function hintOf(variable: VariableDeclaration, isMissing: boolean): string {
  if (isMissing) return 'needs a value';
  if (variable.default === undefined) return 'empty';
  if (variable.type === 'boolean') return `default: ${String(variable.default) === 'true' ? 'yes' : 'no'}`;
  return `default: ${variable.default}`;
}

interface FieldProps extends ValueCellProps {
  readonly hint: string;
  readonly isInvalid: boolean;
}

function Field({ variable, label, value, hint, isInvalid, isReadOnly, onChange }: FieldProps) {
  const common = { className: classes.field, 'aria-label': label, 'aria-invalid': isInvalid || undefined };
  switch (variable.type) {
    case 'text':
      return (
        <textarea
          {...common}
          rows={variable.multiline ? 3 : 1}
          readOnly={isReadOnly}
          placeholder={hint}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput {...common} readOnly={isReadOnly} placeholder={hint} value={value} onTyped={onChange} />
      );
    case 'boolean':
    case 'choice': {
      const choices = variable.type === 'boolean' ? ['true', 'false'] : (variable.choices ?? []);
      const all = value === '' || choices.includes(value) ? choices : [...choices, value];
      const nameOf = (choice: string) =>
        variable.type === 'boolean' && choices.includes(choice) ? (choice === 'true' ? 'yes' : 'no') : choice;
      return (
        <select
          {...common}
          disabled={isReadOnly}
          data-empty={value === '' || undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{hint}</option>
          {all
            .filter((choice) => choice !== '')
            .map((choice) => (
              <option key={choice} value={choice}>
                {nameOf(choice)}
              </option>
            ))}
        </select>
      );
    }
  }
}

interface NumberInputProps {
  readonly className: string | undefined;
  readonly 'aria-label': string;
  readonly 'aria-invalid': true | undefined;
  readonly readOnly: boolean;
  readonly placeholder: string;
  readonly value: string;
  readonly onTyped: (value: string) => void;
}

/** A number, typed as the user is used to: with a decimal comma where the locale has one. */
function NumberInput({ value, onTyped, ...others }: NumberInputProps) {
  const locale = navigator.language;
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed stays as it was typed while it means the value.
  const isTyped = typed !== null && readTypedNumber(typed, locale) === value;
  return (
    <input
      {...others}
      inputMode="decimal"
      value={isTyped ? typed : showTypedNumber(value, locale)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onTyped(readTypedNumber(event.currentTarget.value, locale));
      }}
    />
  );
}
