import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder } from 'kysely';
import type { Queries } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** The times that decide whose turn it is. */
export interface Times {
  readonly now: string;
  /** The end of a lease that begins now. */
  readonly leaseEnd: string;
  /** A stored time after this one was written by a clock that has been put back since: it does not count. */
  readonly horizon: string;
}

/** A delivery whose next attempt is this process's to make, until its lease ends. */
export interface LeasedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventSeq: number;
  readonly leasedBy: string;
}

/** True where a webhook has a delivery whose turn has come and that nobody attempts. */
export async function hasDue(queries: Queries, webhookId: string, times: Times): Promise<boolean> {
  const row = await selectDue(queries, webhookId, times, 1).executeTakeFirst();
  return row !== undefined;
}

/** Takes due deliveries for this process. Another one that wants the same gets those that are left. */
export async function leaseDue(
  queries: Queries,
  webhookId: string,
  times: Times,
  limit: number,
): Promise<LeasedDelivery[]> {
  const leasedBy = randomUUID();
  const rows = await queries
    .updateTable('deliveries')
    .set({ leasedBy, leasedUntil: times.leaseEnd })
    .where('id', 'in', selectDue(queries, webhookId, times, limit))
    .where((eb) => isDue(eb, times))
    .returning(['id', 'webhookId', 'eventSeq'])
    .execute();
  return rows.map((row) => ({ ...row, leasedBy })).sort((a, b) => a.eventSeq - b.eventSeq);
}

function selectDue(queries: Queries, webhookId: string, times: Times, limit: number) {
  return queries
    .selectFrom('deliveries')
    .select('id')
    .where('webhookId', '=', webhookId)
    .where((eb) => isDue(eb, times))
    .orderBy('nextAttemptAt')
    .orderBy('eventSeq')
    .limit(limit);
}

function isDue({ eb, and, or }: ExpressionBuilder<Tables, 'deliveries'>, { now, horizon }: Times) {
  const hasTurn = or([eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>', horizon)]);
  const isFree = or([
    eb('leasedUntil', 'is', null),
    eb('leasedUntil', '<=', now),
    eb('leasedUntil', '>', horizon),
  ]);
  return and([eb('status', '=', 'waiting'), hasTurn, isFree]);
}

/** Gives deliveries back without an attempt having ended. */
export async function releaseLeases(queries: Queries, leased: readonly LeasedDelivery[]): Promise<void> {
  for (const { id, leasedBy } of leased) {
    await queries
      .updateTable('deliveries')
      .set({ leasedBy: null, leasedUntil: null })
      .where('id', '=', id)
      .where('leasedBy', '=', leasedBy)
      .execute();
  }
}

/** Ends all leases: for a process that knows that no other one has the store. */
export async function endLeases(queries: Queries): Promise<void> {
  await queries
    .updateTable('deliveries')
    .set({ leasedBy: null, leasedUntil: null })
    .where('status', '=', 'waiting')
    .where('leasedBy', 'is not', null)
    .execute();
}

/** When the next delivery of a webhook falls due that is not due yet. */
export async function findNextTurn(queries: Queries, webhookId: string, now: string): Promise<string | null> {
  const row = await queries
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('nextAttemptAt').as('next'))
    .where('webhookId', '=', webhookId)
    .where('status', '=', 'waiting')
    .where('nextAttemptAt', '>', now)
    .executeTakeFirst();
  return row?.next ?? null;
}
