import { countInk } from '../../format/passages.ts';
import type { DiffRow } from './diff-rows.ts';
import { type DiffSide, inkBefore } from './placed-passages.ts';

/** Words that the reader selected, counted without white space from the beginning of that side's text. */
export interface InkSelection {
  readonly side: DiffSide;
  readonly from: number;
  readonly to: number;
  /** Where the selection ends on the screen. */
  readonly at: { readonly x: number; readonly y: number };
}

/** What is selected in a comparison that is on the screen; `null` where nothing is. */
export function readSelection(root: HTMLElement, rows: readonly DiffRow[]): InkSelection | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const side = sideOf(range);
  const from = inkAt(range.startContainer, range.startOffset, rows, side);
  const to = inkAt(range.endContainer, range.endOffset, rows, side);
  if (from === null || to === null || to <= from) return null;
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return { side, from, to, at: { x: box.right, y: box.bottom } };
}

/** Selects what came in the row that stands out, or what went where nothing came. Answers whether there is any. */
export function selectWords(root: HTMLElement): boolean {
  const row = root.querySelector('[data-place][data-current]');
  const came = row?.querySelectorAll('ins') ?? [];
  const words = came.length > 0 ? came : (row?.querySelectorAll('del') ?? []);
  const [first, last] = [words[0], words[words.length - 1]];
  if (!first || !last) return false;
  getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
  return true;
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** Which text is meant: that of the column, or, where both are one text, the new one unless only old words are. */
function sideOf({ startContainer, endContainer }: Range): DiffSide {
  const [start, end] = [elementOf(startContainer), elementOf(endContainer)];
  const column = start?.closest<HTMLElement>('[data-side]')?.dataset.side;
  if (column) return column === 'from' ? 'from' : 'to';
  return start?.closest('del') && end?.closest('del') ? 'from' : 'to';
}

/** How much ink of a side is before a point of the document. */
function inkAt(node: Node, offset: number, rows: readonly DiffRow[], side: DiffSide): number | null {
  const row = elementOf(node)?.closest<HTMLElement>('[data-place]');
  if (!row) return null;
  const before = inkBefore(rows, Number(row.dataset.place), side);
  const column = row.querySelector<HTMLElement>(`[data-side='${side}'] p`);
  const text = column ?? row.querySelector('p');
  if (!text) return before;
  const range = document.createRange();
  range.selectNodeContents(text);
  // A point before or behind the text of this side leaves nothing of it, or all.
  if (range.comparePoint(node, offset) < 0) return before;
  if (range.comparePoint(node, offset) === 0) range.setEnd(node, offset);
  const copy = range.cloneContents();
  for (const other of copy.querySelectorAll(side === 'to' ? 'del' : 'ins')) other.remove();
  return before + countInk(copy.textContent);
}
