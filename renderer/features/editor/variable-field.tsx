import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import classes from './variable-field.module.css';

interface VariableFieldProps {
  readonly variable: VariableDeclaration;
  readonly value: string;
  readonly fault: string | undefined;
  readonly isUsed: boolean;
  readonly onChange: (value: string) => void;
}

/** The field for one variable's value, made for its type. */
export function VariableField({ variable, value, fault, isUsed, onChange }: VariableFieldProps) {
  const common = {
    label: variable.name,
    id: variableFieldId(variable.name),
    withAsterisk: variable.required,
    'aria-required': variable.required,
    description: helpOf(variable, isUsed),
    error: fault ? `This ${fault}.` : undefined,
    value,
    classNames: { label: `${classes.label}` },
  };
  const standard = variable.default === undefined ? '' : String(variable.default);
  switch (variable.type) {
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={1}
          maxRows={8}
          placeholder={standard}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          placeholder={standard}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'boolean':
      return (
        <NativeSelect
          {...common}
          data={[
            { value: '', label: standard ? `Default: ${standard === 'true' ? 'yes' : 'no'}` : 'Choose…' },
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
            { value: '', label: standard ? `Default: ${standard}` : 'Choose…' },
            ...(variable.choices ?? []).filter((choice) => choice !== ''),
          ]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** The id of a variable's field, to send the focus there. */
export const variableFieldId = (name: string) => `variable-${name}`;

function helpOf({ description, example }: VariableDeclaration, isUsed: boolean): ReactNode {
  const parts = [
    description,
    example ? `Example: ${example}` : null,
    isUsed ? null : 'Not used in this text.',
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text === '' ? undefined : text;
}
