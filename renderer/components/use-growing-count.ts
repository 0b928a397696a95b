import { useEffect, useState } from 'react';

/** Most of a screenful. */
const atOnce = 10;

/**
 * How many rows of a long list are drawn: a screenful at once, the others a few at a time, so that whoever opens it
 * can use it meanwhile. Once all are there, new ones are drawn with the next frame.
 *
 * @param step so many are added in one go: the fewer, the more there is in a row
 */
export function useGrowingCount(count: number, step: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return setDrawn(Number.POSITIVE_INFINITY);
    const timer = setTimeout(() => setDrawn(drawn + step));
    return () => clearTimeout(timer);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
