import { useEffect, useRef } from 'react';
import classes from './select-box.module.css';

interface SelectBoxProps {
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  readonly depth: number;
  /** Told whether Shift was held, which selects a range. */
  readonly onToggle: (isRange: boolean) => void;
}

/** The box before a row that selects it. Keys reach the row itself, where Space does the same. */
export function SelectBox({ label, state, depth, onToggle }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={classes.box}
      style={{ left: 12 + depth * 14 }}
      tabIndex={-1}
      aria-label={label}
      checked={state === 'all'}
      onChange={(event) => {
        const { nativeEvent } = event;
        onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
    />
  );
}
