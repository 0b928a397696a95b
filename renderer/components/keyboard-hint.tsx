import classes from './keyboard-hint.module.css';

/** A shortcut beside a control. Hidden from assistive technology: the control's name stays what it is. */
export function KeyboardHint({
  keys,
  tone = 'plain',
}: {
  readonly keys: string;
  readonly tone?: 'plain' | 'on-accent';
}) {
  return (
    <kbd className={classes.hint} data-tone={tone}>
      {keys}
    </kbd>
  );
}
