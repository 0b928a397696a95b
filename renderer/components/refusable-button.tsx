import { Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core';
import { type ComponentPropsWithRef, useId } from 'react';

export interface RefusableButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  /** Why it cannot be pressed, as a sentence; `null` where it can. */
  readonly refusal: string | null;
}

/**
 * A button that says why where it cannot be pressed: to the pointer, to the keyboard, which still reaches it, and to
 * a screen reader.
 */
export function RefusableButton({ refusal, onClick, type = 'button', ...button }: RefusableButtonProps) {
  const id = useId();
  if (refusal === null) return <Button type={type} onClick={onClick} {...button} />;
  return (
    <>
      <Tooltip
        label={refusal}
        openDelay={100}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        maw={320}
      >
        <Button
          {...button}
          type="button"
          title={undefined}
          aria-disabled
          data-disabled
          aria-describedby={id}
        />
      </Tooltip>
      <VisuallyHidden id={id}>{refusal}</VisuallyHidden>
    </>
  );
}
