import { startTransition, useEffect, useRef, useState } from 'react';

/** In milliseconds: how long a value has to rest, and how long one that goes on changing is waited for at most. */
const pause = 32;
const longest = 200;

/**
 * A value as it was when it last rested: what follows from it is not worked out in the frame of the key that changed
 * it, but between two keys.
 *
 * @param companion where this changes, the value is taken over at once
 */
export function useRested<Value>(value: Value, companion: unknown): Value {
  const [rested, setRested] = useState({ value, companion });
  const waitsSince = useRef<number | null>(null);
  if (rested.companion !== companion) setRested({ value, companion });
  useEffect(() => {
    if (value === rested.value) {
      waitsSince.current = null;
      return;
    }
    const now = performance.now();
    waitsSince.current ??= now;
    const wait = Math.min(pause, waitsSince.current + longest - now);
    const timer = setTimeout(() => startTransition(() => setRested({ value, companion })), wait);
    return () => clearTimeout(timer);
  }, [value, companion, rested]);
  return rested.companion === companion ? rested.value : value;
}
