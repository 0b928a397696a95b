import type { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Makes a page of rows of which one more than `limit` was asked for: that one only says that there are more. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toPosition: (last: Row) => unknown,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(toPosition(last)) : null;
  return { items: shown.map(toItem), nextCursor };
}

function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @throws Problem `invalid-request` where it is not one that this list has given out
 */
export function decodeCursor<Position>(
  cursor: string | undefined,
  position: z.ZodType<Position>,
): Position | null {
  if (cursor === undefined) return null;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    const message = 'Take the cursor from the answer before, unchanged, with the same filters.';
    throw new Problem('invalid-request', message, { errors: [{ field: 'cursor', message }] });
  }
}
