import { type DiffPart, replaceWhole } from './diff-words.ts';
import type { Move } from './find-moves.ts';
import type { DiffHunk } from './hunks.ts';
import type { Pairing } from './pair-lines.ts';

/** Lines of both texts that belong together: the same, or with the words that changed. */
export interface Landmark extends Pairing {
  readonly parts: readonly DiffPart[] | null;
}

/** Writes down all lines of both texts in order: the landmarks, and what was removed, added and moved between them. */
export function writeHunks(
  from: readonly string[],
  to: readonly string[],
  landmarks: readonly Landmark[],
  moves: readonly Move[],
  edits: ReadonlyMap<Move, readonly DiffPart[]>,
): DiffHunk[] {
  const movesFrom = new Map(moves.map((move) => [move.from, move]));
  const movesTo = new Map(moves.map((move) => [move.to, move]));
  const hunks: DiffHunk[] = [];
  let [fromAt, toAt] = [0, 0];

  const write = (kind: DiffHunk['kind'], fromEnd: number, toEnd: number, more: Partial<DiffHunk> = {}) => {
    const [before, after] = [from.slice(fromAt, fromEnd).join(''), to.slice(toAt, toEnd).join('')];
    const parts = kind === 'same' ? [{ kind, text: before } as const] : replaceWhole(before, after);
    hunks.push({
      kind,
      from: { line: fromAt + 1, lines: fromEnd - fromAt },
      to: { line: toAt + 1, lines: toEnd - toAt },
      parts,
      ...more,
    });
    [fromAt, toAt] = [fromEnd, toEnd];
  };

  const writeMoved = (move: Move, side: 'from' | 'to') => {
    const isFrom = side === 'from';
    const counterpart = isFrom
      ? { line: move.to + 1, lines: move.toLines }
      : { line: move.from + 1, lines: move.fromLines };
    const changes = edits.get(move);
    write('moved', isFrom ? fromAt + move.fromLines : fromAt, isFrom ? toAt : toAt + move.toLines, {
      move: changes ? { counterpart, edits: changes } : { counterpart },
    });
  };

  const endOfRun = (at: number, end: number, starts: ReadonlyMap<number, Move>) => {
    let line = at;
    while (line < end && !starts.has(line)) line += 1;
    return line;
  };

  /** What is not a landmark: first the old lines, then the new ones; what was replaced stands in one hunk. */
  const writeLoose = (fromEnd: number, toEnd: number) => {
    while (fromAt < fromEnd) {
      const move = movesFrom.get(fromAt);
      const end = endOfRun(fromAt, fromEnd, movesFrom);
      if (move) writeMoved(move, 'from');
      else if (end < fromEnd || toAt === toEnd || movesTo.has(toAt)) write('removed', end, toAt);
      else write('changed', end, endOfRun(toAt, toEnd, movesTo));
    }
    while (toAt < toEnd) {
      const move = movesTo.get(toAt);
      if (move) writeMoved(move, 'to');
      else write('added', fromAt, endOfRun(toAt, toEnd, movesTo));
    }
  };

  for (let index = 0; index < landmarks.length; index += 1) {
    const first = landmarks[index];
    if (!first) break;
    writeLoose(first.fromStart, first.toStart);
    if (first.parts) {
      write('changed', first.fromEnd, first.toEnd, { parts: first.parts });
      continue;
    }
    let { fromEnd, toEnd } = first;
    for (let next = landmarks[index + 1]; next; next = landmarks[index + 1]) {
      if (next.parts || next.fromStart !== fromEnd || next.toStart !== toEnd) break;
      ({ fromEnd, toEnd } = next);
      index += 1;
    }
    write('same', fromEnd, toEnd);
  }
  writeLoose(from.length, to.length);
  return hunks;
}
