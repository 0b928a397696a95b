import { useEffect, useState } from 'react';

const waiting = new Set<() => void>();
let isGiving = false;

/**
 * True from the turn on that this one is given. Of all that wait for theirs, one gets it with each frame: what is much
 * work to draw never is drawn together, however many come into view at once.
 */
export function useTurn(): boolean {
  const [hasTurn, setTurn] = useState(false);
  useEffect(() => {
    const take = () => setTurn(true);
    waiting.add(take);
    if (!isGiving) requestAnimationFrame(giveTurn);
    isGiving = true;
    return () => void waiting.delete(take);
  }, []);
  return hasTurn;
}

function giveTurn(): void {
  const [next] = waiting;
  isGiving = next !== undefined;
  if (!next) return;
  waiting.delete(next);
  next();
  requestAnimationFrame(giveTurn);
}
