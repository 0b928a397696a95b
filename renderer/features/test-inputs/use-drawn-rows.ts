import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo } from 'react';
import type { DraftInput } from '#core/contract/test-shapes.ts';

/** A row of the table that is drawn, or the room of those between that are not. */
export type DrawnRow =
  | { readonly kind: 'row'; readonly input: DraftInput; readonly index: number; readonly height: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };

const lineHeight = 32;
const leastHeight = 37;

/**
 * Which rows of the table are drawn: those in view and a few around them, and wherever they stand, the row that somebody
 * is in and the one that is gone to, each with its neighbours. So no field loses the focus or what is typed into it, and
 * Tab finds the next one.
 *
 * @param asked the id of the test input that is gone to
 */
export function useDrawnRows(
  inputs: readonly DraftInput[],
  scroller: RefObject<HTMLElement | null>,
  asked: string | undefined,
) {
  const getItemKey = useCallback((index: number) => inputs[index]?.id ?? index, [inputs]);
  // The checks stand below each other, with the button that adds one at the end.
  const estimateSize = useCallback(
    (index: number) => Math.max(leastHeight, ((inputs[index]?.checks.length ?? 0) + 1) * lineHeight + 5),
    [inputs],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range));
      for (const id of [findRowInUse(scroller.current), asked]) {
        const at = id === undefined ? -1 : inputs.findIndex((input) => input.id === id);
        if (at < 0) continue;
        for (let index = Math.max(0, at - 1); index <= Math.min(at + 1, range.count - 1); index += 1) {
          indexes.add(index);
        }
      }
      return [...indexes].sort((one, other) => one - other);
    },
    [inputs, scroller, asked],
  );
  const virtualizer = useVirtualizer({
    count: inputs.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    rangeExtractor,
    overscan: 3,
  });
  const items = virtualizer.getVirtualItems();
  const total = virtualizer.getTotalSize();
  const rows = useMemo(() => {
    const drawn: DrawnRow[] = [];
    let end = 0;
    for (const { index, start, end: next, size } of items) {
      const input = inputs[index];
      if (!input) continue;
      if (start > end) drawn.push({ kind: 'gap', key: `before ${input.id}`, height: start - end });
      drawn.push({ kind: 'row', input, index, height: size });
      end = next;
    }
    if (total > end) drawn.push({ kind: 'gap', key: 'at the end', height: total - end });
    return drawn;
  }, [items, inputs, total]);
  return { rows, measure: virtualizer.measureElement };
}

/** The row that has the focus, or whose menu is open. */
function findRowInUse(scroller: HTMLElement | null): string | undefined {
  const { activeElement } = document;
  const used = scroller?.contains(activeElement)
    ? activeElement
    : scroller?.querySelector('[aria-expanded=true]');
  return used?.closest<HTMLElement>('tr[data-input]')?.dataset.input;
}
