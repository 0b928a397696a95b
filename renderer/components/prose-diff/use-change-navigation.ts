import { useCallback, useState } from 'react';

/** Goes from change to change; past the last one it begins again at the first. */
export function useChangeNavigation(changes: readonly number[], show: (place: number) => void) {
  const [current, setCurrent] = useState<number | null>(null);
  const step = useCallback(
    (by: 1 | -1) => {
      if (changes.length === 0) return;
      const before = current === null ? (by === 1 ? -1 : 0) : current;
      const next = (before + by + changes.length) % changes.length;
      setCurrent(next);
      show(changes[next] ?? 0);
    },
    [changes, current, show],
  );
  return { current: current !== null && current < changes.length ? current : null, step };
}
