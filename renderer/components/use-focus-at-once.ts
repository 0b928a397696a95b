import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Takes the focus with the first drawing, and not a moment later: what is typed right behind the key that opened a
 * panel is meant for its field.
 */
export function useFocusAtOnce<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
}
