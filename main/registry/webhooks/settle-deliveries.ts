import type { Person } from '#core/contract/shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Queries, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import type { Outcome } from './attempt-delivery.ts';
import { changeWebhook } from './change-webhook.ts';
import { findDelivery, markDelivered, updateDelivery } from './deliveries-repository.ts';
import { describeAnswer } from './describe-answer.ts';
import { type LeasedDelivery, releaseLeases } from './lease-deliveries.ts';
import { findWebhook } from './repository.ts';
import type { RetrySchedule } from './retry-schedule.ts';

/** Who switches a webhook off whose receiver wants nothing any more. */
const registryItself: Person = { id: 'registry', name: 'Registry' };
const gone = 410;

/** An attempt that has ended. */
export interface EndedAttempt {
  readonly delivery: LeasedDelivery;
  readonly outcome: Outcome;
}

type Failed = Extract<Outcome, { kind: 'failed' }>;

/** Makes the function that writes down how attempts ended, and when the next ones are due. */
export function createSettleDeliveries(appendEvent: AppendEvent, clock: Clock, schedule: RetrySchedule) {
  async function settleFailed(queries: Queries, leased: LeasedDelivery, outcome: Failed, now: string) {
    const delivery = await findDelivery(queries, leased.webhookId, leased.id);
    // It may be somebody else's by now.
    if (delivery?.leasedBy !== leased.leasedBy) return;
    const { failure, responseStatus, retryAfter } = outcome;
    const attempts = delivery.attempts + 1;
    const isWanted = delivery.status === 'waiting' && responseStatus !== gone;
    const delay = isWanted ? schedule.findDelay(attempts, retryAfter) : null;
    await updateDelivery(queries, leased.id, {
      status: delay === null ? 'failed' : 'waiting',
      attempts,
      responseStatus,
      failure,
      lastAttemptAt: now,
      nextAttemptAt: delay === null ? null : new Date(Date.parse(now) + delay).toISOString(),
      leasedBy: null,
      leasedUntil: null,
    });
  }

  async function switchOff(transaction: Transaction, { webhookId }: LeasedDelivery, { url }: Failed) {
    const webhook = await findWebhook(transaction.queries, webhookId);
    if (webhook?.url !== url) return;
    const reason = describeAnswer(410);
    const change = { actor: registryItself, webhook, wanted: { active: false }, reason };
    await changeWebhook(transaction, appendEvent, clock, change);
  }

  return async (transaction: Transaction, ended: readonly EndedAttempt[]): Promise<void> => {
    const { queries } = transaction;
    const now = readTime(clock);
    const delivered = new Map<number, LeasedDelivery[]>();
    const interrupted: LeasedDelivery[] = [];
    for (const { delivery, outcome } of ended) {
      if (outcome.kind === 'interrupted') interrupted.push(delivery);
      else if (outcome.kind === 'failed') {
        await settleFailed(queries, delivery, outcome, now);
        if (outcome.responseStatus === gone) await switchOff(transaction, delivery, outcome);
      } else {
        const { responseStatus } = outcome;
        delivered.set(responseStatus, [...(delivered.get(responseStatus) ?? []), delivery]);
      }
    }
    for (const [status, leased] of delivered) await markDelivered(queries, leased, status, now);
    await releaseLeases(queries, interrupted);
  };
}

export type SettleDeliveries = ReturnType<typeof createSettleDeliveries>;
