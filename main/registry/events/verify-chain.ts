import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChainVerdict } from '#core/contract/event-shapes.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import { findChainEnd } from './chain-end.ts';
import { listEventRows, toEvent } from './repository.ts';
import { hashBeforeTheFirst, sealEvent } from './seal-event.ts';

const batchSize = 500;

type Row = Awaited<ReturnType<typeof listEventRows>>[number];

/** Walks the whole event log, and says where it is not what was written. Others get their turn in between. */
export async function verifyChain(queries: Queries): Promise<ChainVerdict> {
  const end = await findChainEnd(queries);
  let last = { seq: 0, hash: hashBeforeTheFirst };
  let rows: Row[];
  do {
    rows = await listEventRows(queries, last.seq, batchSize);
    for (const row of rows) {
      const reason = findFault(row, last, end);
      if (reason) return { valid: false, count: last.seq, head: last.hash, seq: last.seq + 1, reason };
      last = row;
    }
    await nextTurn();
  } while (rows.length === batchSize);
  const { seq: count, hash: head } = last;
  if (count >= end.seq) return { valid: true, count, head };
  return { valid: false, count, head, seq: count + 1, reason: `Event ${count + 1} is missing.` };
}

function findFault(row: Row, last: { seq: number; hash: string }, end: { seq: number; hash: string }) {
  const seq = last.seq + 1;
  if (row.seq !== seq) return `Event ${seq} is missing.`;
  if (row.previousHash !== last.hash) return `Event ${seq} does not follow the event before it.`;
  const event = readEvent(row);
  if (!event || sealEvent(event) !== row.hash) return `Event ${seq} is not as it was written.`;
  if (seq === end.seq && row.hash !== end.hash) return `Event ${seq} is not the one that was written last.`;
  return null;
}

/** `null` where the row is not even an event any more. */
function readEvent(row: Row): Omit<RegistryEvent, 'hash'> | null {
  try {
    const { hash: _, ...event } = toEvent(row);
    return event;
  } catch {
    return null;
  }
}
