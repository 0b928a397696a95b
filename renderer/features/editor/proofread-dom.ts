import { parseTemplate } from '#core/domain/template.ts';

/** A stretch of the text in the order in which it is drawn: prose, or a variable that no dictionary looks at. */
export interface Piece {
  readonly isVariable: boolean;
  readonly text: string;
}

/** The browser shows no caret behind a last line break: one more, which is no part of the text, makes room for it. */
const sentinel = '\n';

/** What is drawn for a text. */
export function listPieces(text: string): Piece[] {
  const pieces: { isVariable: boolean; text: string }[] = [];
  for (const { kind, start, end } of parseTemplate(text).segments) {
    const isVariable = kind === 'variable';
    const last = pieces.at(-1);
    if (last && !isVariable && !last.isVariable) last.text += text.slice(start, end);
    else pieces.push({ isVariable, text: text.slice(start, end) });
  }
  const last = pieces.at(-1);
  if (last && !last.isVariable) last.text += sentinel;
  else pieces.push({ isVariable: false, text: sentinel });
  return pieces;
}

/** The text that stands in the element. */
export function readPieces(root: HTMLElement): string {
  let text = '';
  const read = (node: Node) => {
    if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
    else for (const child of node.childNodes) read(child);
  };
  read(root);
  return (text.endsWith(sentinel) ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n');
}

/** Draws pieces; what is there already stays, and with it what the browser has marked in it. */
export function drawPieces(root: HTMLElement, pieces: readonly Piece[], variableClass: string): void {
  root.normalize();
  const present = [...root.childNodes];
  const isDrawn = (node: ChildNode | undefined, piece: Piece | undefined) =>
    node !== undefined &&
    piece !== undefined &&
    node.textContent === piece.text &&
    (piece.isVariable ? node.nodeName === 'SPAN' : node.nodeType === Node.TEXT_NODE);
  const shorter = Math.min(present.length, pieces.length);
  let first = 0;
  while (first < shorter && isDrawn(present[first], pieces[first])) first += 1;
  let last = 0;
  while (last < shorter - first && isDrawn(present.at(-1 - last), pieces.at(-1 - last))) last += 1;
  if (first + last === present.length && present.length === pieces.length) return;
  const after = present[present.length - last] ?? null;
  for (const node of present.slice(first, present.length - last)) node.remove();
  for (const piece of pieces.slice(first, pieces.length - last)) {
    root.insertBefore(nodeOf(piece, variableClass), after);
  }
}

function nodeOf({ isVariable, text }: Piece, variableClass: string): Node {
  if (!isVariable) return document.createTextNode(text);
  const node = document.createElement('span');
  node.className = variableClass;
  node.spellcheck = false;
  node.translate = false;
  node.textContent = text;
  return node;
}

/** Where the caret, or the end of the selection, is in the text; `null` where it is elsewhere. */
export function readCaret(root: HTMLElement): number | null {
  const selection = getSelection();
  if (!selection?.focusNode || !root.contains(selection.focusNode)) return null;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(selection.focusNode, selection.focusOffset);
  return before.toString().length;
}

/** Puts the caret at an offset of the text, and brings it into view. */
export function placeCaret(root: HTMLElement, offset: number): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) {
      getSelection()?.collapse(node, left);
      reveal(node, left);
      return;
    }
    left -= length;
  }
  getSelection()?.selectAllChildren(root);
  getSelection()?.collapseToEnd();
}

function reveal(node: Node, offset: number): void {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(offset + 1, node.nodeValue?.length ?? offset));
  const box = range.getBoundingClientRect();
  const scroller = node.parentElement?.closest<HTMLElement>('[data-scroller]');
  const view = scroller?.getBoundingClientRect();
  if (!scroller || !view || (box.top >= view.top && box.bottom <= view.bottom)) return;
  scroller.scrollTop += box.top - view.top - view.height / 3;
}
