import { randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import type { DeliveryStatus } from '#core/contract/webhook-shapes.ts';
import type { Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';

/** Queues events for a webhook. An event that is queued already stays as it is. */
export async function insertDeliveries(
  queries: Queries,
  webhookId: string,
  eventSeqs: readonly number[],
  createdAt: string,
): Promise<void> {
  if (eventSeqs.length === 0) return;
  const rows = eventSeqs.map((eventSeq) => ({
    id: randomUUID(),
    webhookId,
    eventSeq,
    status: 'waiting' as const,
    attempts: 0,
    createdAt,
    nextAttemptAt: createdAt,
  }));
  await queries
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['webhookId', 'eventSeq']).doNothing())
    .execute();
}

function selectDeliveries(queries: Queries) {
  return queries
    .selectFrom('deliveries')
    .innerJoin('events', 'events.seq', 'deliveries.eventSeq')
    .selectAll('deliveries')
    .select(['events.id as eventId', 'events.type as eventType']);
}

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

export interface DeliveryFilter {
  readonly webhookId: string;
  readonly status?: DeliveryStatus | undefined;
  /** The last event of the page before. */
  readonly before: number | null;
  readonly limit: number;
}

/** Deliveries of a webhook, newest event first. */
export async function listDeliveries(queries: Queries, { webhookId, status, before, limit }: DeliveryFilter) {
  return selectDeliveries(queries)
    .where('deliveries.webhookId', '=', webhookId)
    .$if(status !== undefined, (query) => query.where('deliveries.status', '=', status ?? 'waiting'))
    .$if(before !== null, (query) => query.where('deliveries.eventSeq', '<', before ?? 0))
    .orderBy('deliveries.eventSeq', 'desc')
    .limit(limit)
    .execute();
}

export async function findDelivery(queries: Queries, webhookId: string, id: string) {
  return selectDeliveries(queries)
    .where('deliveries.webhookId', '=', webhookId)
    .where('deliveries.id', '=', id)
    .executeTakeFirst();
}

export async function updateDelivery(
  queries: Queries,
  id: string,
  changes: Updateable<Tables['deliveries']>,
): Promise<void> {
  await queries.updateTable('deliveries').set(changes).where('id', '=', id).execute();
}

/** Notes deliveries as delivered, unless somebody else has taken them over since. */
export async function markDelivered(
  queries: Queries,
  leased: readonly LeasedDelivery[],
  responseStatus: number,
  at: string,
): Promise<void> {
  await queries
    .updateTable('deliveries')
    .set(({ eb }) => ({
      status: 'delivered',
      attempts: eb('attempts', '+', 1),
      responseStatus,
      failure: null,
      lastAttemptAt: at,
      nextAttemptAt: null,
      leasedBy: null,
      leasedUntil: null,
    }))
    .where(
      'id',
      'in',
      leased.map(({ id }) => id),
    )
    .where(
      'leasedBy',
      'in',
      leased.map(({ leasedBy }) => leasedBy),
    )
    .execute();
}

/** Gives up everything that waits for a webhook. An attempt that is under way may still succeed. */
export async function failWaiting(queries: Queries, webhookId: string, failure: string): Promise<void> {
  await queries
    .updateTable('deliveries')
    .set({ status: 'failed', failure, nextAttemptAt: null })
    .where('webhookId', '=', webhookId)
    .where('status', '=', 'waiting')
    .execute();
}

/**
 * Forgets deliveries that have ended and were queued before a time, up to a number of them.
 *
 * @returns how many
 */
export async function forgetEnded(queries: Queries, before: string, most: number): Promise<number> {
  const { numDeletedRows } = await queries
    .deleteFrom('deliveries')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('deliveries')
        .select('id')
        .where('status', 'in', ['delivered', 'failed'])
        .where('createdAt', '<', before)
        .limit(most),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
