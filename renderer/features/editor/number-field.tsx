import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readTypedNumber, showTypedNumber } from '../../format/typed-number.ts';

interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As an application would send it, with a decimal point. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number, typed as the user is used to: with a decimal comma where the locale has one. */
export function NumberField({ value, onChange, ...others }: NumberFieldProps) {
  const locale = navigator.language;
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed stays as it was typed while it means the value.
  const isTyped = typed !== null && readTypedNumber(typed, locale) === value;
  return (
    <TextInput
      {...others}
      inputMode="decimal"
      value={isTyped ? typed : showTypedNumber(value, locale)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readTypedNumber(event.currentTarget.value, locale));
      }}
    />
  );
}
