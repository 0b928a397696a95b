import { useEffect, useState } from 'react';

/** A screenful, and what is added to it in one go. */
const atOnce = 14;
const step = 7;

/**
 * How many rows of a long list are drawn: a screenful at once, the others a few at a time, so that whoever opens it
 * can use it meanwhile. Once all are there, new ones are drawn with the next frame.
 */
export function useGrowingCount(count: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return setDrawn(Number.POSITIVE_INFINITY);
    const timer = setTimeout(() => setDrawn(drawn + step));
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
