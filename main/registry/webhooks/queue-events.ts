import type { Queries } from '../db/database.ts';
import { insertDeliveries } from './deliveries-repository.ts';
import { readTypes, type WebhookRow } from './repository.ts';

const batchSize = 500;

/**
 * Makes deliveries of the events that a webhook has not read yet, up to a batch. Its place in the event log moves
 * in the same transaction, and only from where it was read: two processes cannot both do it.
 *
 * @returns true where there is nothing left to read
 */
export async function queueEvents(queries: Queries, webhook: WebhookRow, at: string): Promise<boolean> {
  const events = await queries
    .selectFrom('events')
    .select(['seq', 'type'])
    .where('seq', '>', webhook.readUpTo)
    .orderBy('seq')
    .limit(batchSize)
    .execute();
  const last = events.at(-1);
  if (!last) return true;
  const { numUpdatedRows } = await queries
    .updateTable('webhooks')
    .set({ readUpTo: last.seq })
    .where('id', '=', webhook.id)
    .where('active', '=', 1)
    .where('readUpTo', '=', webhook.readUpTo)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return true;
  const types: readonly string[] = readTypes(webhook);
  const wanted = events.filter(({ type }) => types.includes(type)).map(({ seq }) => seq);
  await insertDeliveries(queries, webhook.id, wanted, at);
  return events.length < batchSize;
}
