import { z } from 'zod';
import type { Queries } from '../db/database.ts';
import { findFact, setFact } from '../db/facts.ts';
import { findHead } from './repository.ts';
import { hashBeforeTheFirst } from './seal-event.ts';

const factName = 'endOfEvents';
const chainEnd = z.object({ seq: z.number().int().nonnegative(), hash: z.string() });

/** The last link of the event log. */
export type ChainEnd = z.infer<typeof chainEnd>;

/**
 * Where the event log ends. It is noted beside the log, so that the newest events cannot go missing unseen: the next
 * one is chained to what was there, not to what is left.
 */
export async function findChainEnd(queries: Queries): Promise<ChainEnd> {
  const noted = await findFact(queries, factName);
  if (noted !== null) return chainEnd.parse(JSON.parse(noted));
  return (await findHead(queries)) ?? { seq: 0, hash: hashBeforeTheFirst };
}

/** Notes where the log ends, in the transaction that has made it longer. */
export async function setChainEnd(queries: Queries, { seq, hash }: ChainEnd): Promise<void> {
  await setFact(queries, factName, JSON.stringify({ seq, hash }));
}
