import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { describeTimeZone, isRepeatedHour, readMomentField, toMomentField } from '../format/moment-field.ts';

interface MomentFieldProps {
  readonly label: string;
  readonly id?: string;
  /** RFC 3339; `null` for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A date and a time, to the second, in the time zone of this machine, which is said below. */
export function MomentField({ label, value, onChange, ...others }: MomentFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : toMomentField(value));
  useEffect(() => {
    // What was typed stays as it was typed while it means the value.
    setTyped((before) =>
      readMomentField(before) === value ? before : value === null ? '' : toMomentField(value),
    );
  }, [value]);
  const zone = describeTimeZone(value);
  return (
    <TextInput
      {...others}
      label={label}
      type="datetime-local"
      step={1}
      w={224}
      value={typed}
      inputWrapperOrder={['label', 'input', 'description']}
      description={
        value !== null && isRepeatedHour(value)
          ? `${zone}. This hour came twice that night; the first one is meant.`
          : zone
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const moment = readMomentField(event.currentTarget.value);
        if (moment !== null || event.currentTarget.value === '') onChange(moment);
      }}
    />
  );
}
