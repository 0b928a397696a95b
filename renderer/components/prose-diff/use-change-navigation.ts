import { useCallback, useState } from 'react';

/** Goes from change to change; past the last one it begins again at the first. Other changes begin anew. */
export function useChangeNavigation(changes: readonly number[], show: (place: number) => void) {
  const [gone, setGone] = useState<{ readonly changes: readonly number[]; readonly to: number } | null>(null);
  const current = gone?.changes === changes ? gone.to : null;
  const step = useCallback(
    (by: 1 | -1) => {
      if (changes.length === 0) return;
      const before = current === null ? (by === 1 ? -1 : 0) : current;
      const next = (before + by + changes.length) % changes.length;
      setGone({ changes, to: next });
      show(changes[next] ?? 0);
    },
    [changes, current, show],
  );
  return { current, step };
}
