import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { findHead } from '../events/repository.ts';
import {
  endLeases,
  findNextTurn,
  hasDue,
  type LeasedDelivery,
  leaseDue,
  type Times,
} from './lease-deliveries.ts';
import { queueEvents } from './queue-events.ts';
import { listWebhooks, type WebhookRow } from './repository.ts';
import type { EndedAttempt, SettleDeliveries } from './settle-deliveries.ts';

const everyWebhook = 1_000_000;
/** Clocks of several processes differ by less. */
const clockTolerance = 60_000;

interface Dispatched {
  readonly leased: readonly LeasedDelivery[];
  /** How soon to look again, in milliseconds, if nothing happens before; `null` where nothing waits. */
  readonly nextIn: number | null;
}

interface Waits {
  /** Longer than any attempt, in milliseconds. */
  readonly lease: number;
  /** The longest between two attempts, in milliseconds. */
  readonly longestDelay: number;
}

/**
 * Makes the function that keeps the queue: it writes down what has ended, queues what is new in the event log, and
 * leases what is due. That is one transaction, and where there is nothing to write, none.
 */
export function createDispatch(
  { read, write, others }: Database,
  clock: Clock,
  settle: SettleDeliveries,
  { lease, longestDelay }: Waits,
) {
  const readTimes = (): Times => {
    const now = clock().getTime();
    const after = (wait: number) => new Date(now + wait).toISOString();
    const horizon = after(Math.max(longestDelay, lease) + clockTolerance);
    return { now: after(0), leaseEnd: after(lease), horizon };
  };

  const hasUnread = async (webhooks: readonly WebhookRow[]) => {
    if (!webhooks.some(({ active }) => active === 1)) return false;
    const head = (await findHead(read))?.seq ?? 0;
    return webhooks.some(({ active, readUpTo }) => active === 1 && readUpTo < head);
  };

  const findNextIn = async (webhooks: readonly WebhookRow[], now: string) => {
    const turns = await Promise.all(webhooks.map(({ id }) => findNextTurn(read, id, now)));
    const next = turns.filter((turn) => turn !== null).sort()[0];
    return next === undefined ? null : Date.parse(next) - Date.parse(now);
  };

  /** Where nobody else has the store, leases from before the start belong to a process that is gone. */
  let areLeasesDead = others === undefined;

  /** @param countFree says how many more deliveries of a webhook can be leased */
  return async (
    countFree: (webhookId: string) => number,
    ended: readonly EndedAttempt[],
  ): Promise<Dispatched> => {
    if (areLeasesDead) await write(({ queries }) => endLeases(queries));
    areLeasesDead = false;
    const webhooks = await listWebhooks(read, 0, everyWebhook);
    const times = readTimes();

    const isAnyDue = async () => {
      for (const { id } of webhooks) {
        if (countFree(id) > 0 && (await hasDue(read, id, times))) return true;
      }
      return false;
    };
    if (ended.length === 0 && !(await hasUnread(webhooks)) && !(await isAnyDue())) {
      return { leased: [], nextIn: await findNextIn(webhooks, times.now) };
    }
    const { leased, isAllQueued } = await write(async (transaction) => {
      const { queries } = transaction;
      await settle(transaction, ended);
      const found = { leased: [] as LeasedDelivery[], isAllQueued: true };
      for (const webhook of await listWebhooks(queries, 0, everyWebhook)) {
        const isQueued = webhook.active === 0 || (await queueEvents(queries, webhook, times.now));
        if (!isQueued) found.isAllQueued = false;
        const free = countFree(webhook.id);
        if (free > 0) found.leased.push(...(await leaseDue(queries, webhook.id, times, free)));
      }
      return found;
    });
    return { leased, nextIn: isAllQueued ? await findNextIn(webhooks, times.now) : 0 };
  };
}

export type Dispatch = ReturnType<typeof createDispatch>;
