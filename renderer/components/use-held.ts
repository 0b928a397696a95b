import { useState } from 'react';

/** The value as it was when a dialog was opened, until it is opened again. */
export function useValueAtOpening<Value extends string | number | null>(
  value: Value,
  opened: boolean,
): Value {
  const [seen, setSeen] = useState({ opened, value });
  if (opened === seen.opened) return seen.value;
  const next = { opened, value: opened ? value : seen.value };
  setSeen(next);
  return next.value;
}

/** The last value that was not `null`: what a dialog shows while it closes. */
export function useLastGiven<Value>(value: Value | null): Value | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(() => value);
  return value ?? last;
}
