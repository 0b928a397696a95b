import { type RefObject, useEffect } from 'react';
import { useLatest } from '../../monaco/use-latest.ts';
import type { DiffRow } from './diff-rows.ts';
import { type InkSelection, readSelection } from './read-selection.ts';

/** Tells which words of a comparison are selected, by the mouse or by the keyboard. */
export function useSelection(
  root: RefObject<HTMLElement | null>,
  rows: readonly DiffRow[],
  onSelect: ((selection: InkSelection | null) => void) | undefined,
): void {
  const latest = useLatest({ rows, onSelect });
  const isHeard = onSelect !== undefined;
  useEffect(() => {
    const view = root.current;
    if (!view || !isHeard) return;
    let isPressed = false;
    const tell = () => {
      if (!isPressed) latest.current.onSelect?.(readSelection(view, latest.current.rows));
    };
    // Texts beside each other are one document: without this, a selection would run through both columns.
    const press = (event: PointerEvent) => {
      isPressed = true;
      const side = (event.target as Element).closest<HTMLElement>('[data-side]')?.dataset.side;
      if (side) view.dataset.selecting = side;
      else delete view.dataset.selecting;
    };
    const release = () => {
      isPressed = false;
      // The browser drops an old selection only after the pointer was released on it.
      setTimeout(tell);
    };
    document.addEventListener('selectionchange', tell);
    view.addEventListener('pointerdown', press);
    addEventListener('pointerup', release);
    return () => {
      document.removeEventListener('selectionchange', tell);
      view.removeEventListener('pointerdown', press);
      removeEventListener('pointerup', release);
    };
  }, [root, isHeard, latest]);
}
