import { NativeSelect } from '@mantine/core';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly groups: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
  readonly width?: number;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}

/** A labelled list to choose from, with its label in front. */
export function SelectField({ label, value, onChange, groups, width }: SelectFieldProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(width === undefined ? {} : { w: width })}
    >
      {groups
        .filter((group) => group.options.length > 0)
        .map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
    </NativeSelect>
  );
}
