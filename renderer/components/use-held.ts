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
