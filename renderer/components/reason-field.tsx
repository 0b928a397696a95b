import { GrowingTextarea } from './growing-textarea.tsx';

interface ReasonFieldProps {
  readonly description: string;
  readonly value: string;
  /** True where it was tried to go on without one. */
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
  /** In a dialog, the dialog gives the focus. */
  readonly isInDialog?: boolean;
}

/** Asks why something is done that others will want to know of. */
export function ReasonField({ description, value, isMissing, onChange, isInDialog }: ReasonFieldProps) {
  return (
    <GrowingTextarea
      label="Reason"
      description={description}
      withAsterisk
      aria-required
      {...(isInDialog ? { 'data-autofocus': true } : { ref: takeFocus })}
      minRows={1}
      maxRows={5}
      maxLength={2_000}
      value={value}
      error={isMissing ? 'Give a reason: others will want to know why.' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The same function every time, so that the field takes the focus when it appears and never again. */
const takeFocus = (field: HTMLTextAreaElement | null) => field?.focus();
