import { useState } from 'react';

interface Held<Value> {
  readonly opened: boolean;
  readonly value: Value | null;
  /** What was held until it was asked to look again. */
  readonly before: Value | null;
}

/**
 * What a dialog is about, read when it is opened and the same until it is opened again, whatever changes behind it.
 * Where `read` has nothing yet it is asked again; `lookAgain` lets it read anew, from what is known then.
 */
export function useAtOpening<Value extends object>(
  opened: boolean,
  read: (before: Value | null) => Value | null,
): { readonly value: Value | null; change(part: Partial<Value>): void; lookAgain(): void } {
  const [held, setHeld] = useState<Held<Value>>({ opened: false, value: null, before: null });
  let next = held;
  if (opened !== held.opened) next = { opened, value: opened ? null : held.value, before: null };
  if (opened && next.value === null) {
    const value = read(next.before);
    if (value !== null) next = { ...next, value };
  }
  if (next !== held) setHeld(next);
  return {
    value: next.value,
    change: (part) =>
      setHeld((current) => (current.value ? { ...current, value: { ...current.value, ...part } } : current)),
    lookAgain: () => setHeld((current) => ({ ...current, value: null, before: current.value })),
  };
}
