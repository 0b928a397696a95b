import type { DiffPart } from '#core/domain/diff/diff-words.ts';
import { withLineFeeds } from '../../format/split-parts.ts';

/** Parts as they are shown: every line break is a line feed, and none is left at the beginning or the end. */
export function normaliseParts(parts: readonly DiffPart[]): DiffPart[] {
  const shown = parts.map(({ kind, text }) => ({ kind, text: withLineFeeds(text) }));
  for (const hidden of ['removed', 'added'] as const) {
    trimEdge(shown, hidden, /^(?:[^\S\n]*\n)+/);
    trimEdge(shown.toReversed(), hidden, /\s*\n\s*$/);
  }
  return shown.filter(({ text }) => text !== '');
}

/** Takes empty lines from the edge of one side: `hidden` is what the other side alone has. */
function trimEdge(
  parts: readonly { readonly kind: DiffPart['kind']; text: string }[],
  hidden: 'removed' | 'added',
  edge: RegExp,
): void {
  for (const [index, part] of parts.entries()) {
    if (part.kind === hidden) continue;
    // What both sides have must be at the edge of both of them to be taken away.
    if (part.kind === 'same' && parts.slice(0, index).some(({ text }) => text.trim() !== '')) return;
    part.text = part.text.replace(edge, '');
    if (part.text.trim() !== '') return;
  }
}

/** Whether there is anything but spaces to show. */
export function hasText(parts: readonly DiffPart[]): boolean {
  return parts.some(({ text }) => text.trim() !== '');
}

/** Cuts long parts into pieces, each at the end of a sentence or at least of a word. */
export function cutParts(parts: readonly DiffPart[], longest: number): DiffPart[][] {
  const pieces: DiffPart[][] = [];
  let piece: DiffPart[] = [];
  let length = 0;
  const close = () => {
    if (piece.length > 0) pieces.push(piece);
    piece = [];
    length = 0;
  };
  for (const { kind, text } of parts) {
    let rest = text;
    while (length + rest.length > longest) {
      const end = endOfPiece(rest, Math.max(0, longest - length));
      if (end === -1) break;
      piece.push({ kind, text: rest.slice(0, end) });
      rest = rest.slice(end);
      close();
    }
    if (rest !== '') piece.push({ kind, text: rest });
    length += rest.length;
  }
  close();
  return pieces;
}

/** The first good place from `start` on; -1 where there is none soon, but never later than so many characters. */
function endOfPiece(text: string, start: number): number {
  const patience = 1_000;
  const window = text.slice(start, start + patience);
  const found =
    /(?<=[.!?。！？]\s)|(?<=\n)/u.exec(window) ??
    (window.length === patience ? /(?<=\s)/u.exec(window) : null);
  if (found && found.index + start < text.length) return start + found.index;
  return text.length > start + patience ? wholeCharacter(text, start + patience) : -1;
}

/** Never between the halves of a character. */
function wholeCharacter(text: string, index: number): number {
  return /[\udc00-\udfff]/.test(text[index] ?? '') ? index - 1 : index;
}
