import { startTransition, useEffect, useState } from 'react';

/** So many at once: what is on the screen at first, and what is added without holding anything up. */
const step = 20;

/** How many of a long list’s parts are drawn by now: the first ones at once, the others bit by bit behind them. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => startTransition(() => setCount(count + step)));
    return () => clearTimeout(timer);
  }, [count, total]);
  return Math.min(count, total);
}
