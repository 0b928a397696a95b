import type { KeyboardEvent } from 'react';
import classes from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** `null` where nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** True where a dialog begins with it. */
  readonly takesFocus?: boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A switch between a few choices, all of them visible: a radio group, in which the arrow keys choose. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onChange, takesFocus = false } = props;
  const chooseNeighbour = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const chosen = Math.max(0, [...event.currentTarget.children].indexOf(event.target as HTMLElement));
    const index = (chosen + (step ?? 0) + options.length) % options.length;
    const next = options[index];
    if (!step || !next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.querySelectorAll('button')[index]?.focus();
  };
  return (
    <div role="radiogroup" aria-label={label} className={classes.group} onKeyDown={chooseNeighbour}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input hides its words from whoever points at them.
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-autofocus={(takesFocus && option.value === value) || undefined}
          tabIndex={option.value === value || (value === null && index === 0) ? 0 : -1}
          className={classes.option}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
