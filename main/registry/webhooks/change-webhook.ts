import type { EventType, Person } from '#core/contract/shapes.ts';
import { changedFields } from '../changed-fields.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { failWaiting } from './deliveries-repository.ts';
import { queueEvents } from './queue-events.ts';
import { readTypes, requireWebhook, updateWebhook, type WebhookRow } from './repository.ts';

interface Change {
  readonly actor: Person;
  readonly webhook: WebhookRow;
  readonly wanted: {
    readonly url?: string | undefined;
    readonly types?: readonly EventType[] | undefined;
    readonly description?: string | undefined;
    readonly active?: boolean | undefined;
  };
  /** Why, where nobody asked for it. */
  readonly reason?: string;
}

/**
 * Changes a webhook and appends the event, where anything changes. What happened before is queued under the types
 * that held then. One that is switched off gives up what waits, and later goes on from where it is switched on.
 */
export async function changeWebhook(
  transaction: Transaction,
  appendEvent: AppendEvent,
  clock: Clock,
  { actor, webhook, wanted, reason }: Change,
): Promise<void> {
  const { queries } = transaction;
  const { id, url, description } = webhook;
  const before = { url, types: readTypes(webhook), description, active: webhook.active === 1 };
  const after = {
    url: wanted.url ?? before.url,
    types: wanted.types ? [...new Set(wanted.types)] : before.types,
    description: wanted.description ?? before.description,
    active: wanted.active ?? before.active,
  };
  const changed = changedFields(before, after);
  if (Object.keys(changed).length === 0) return;

  await queueWhatHappened(queries, webhook, readTime(clock));
  const { url: changedUrl, ...shown } = changed;
  const data = {
    webhook: id,
    host: new URL(after.url).host,
    ...(changedUrl === undefined ? {} : { addressChanged: true }),
    ...shown,
    ...(reason === undefined ? {} : { reason }),
  };
  const { seq } = await appendEvent(transaction, { type: 'webhook.updated', actor, data });
  await updateWebhook(queries, id, {
    url: after.url,
    types: JSON.stringify(after.types),
    description: after.description,
    active: after.active ? 1 : 0,
    ...(after.active && !before.active ? { readUpTo: seq } : {}),
  });
  if (!after.active) await failWaiting(queries, id, 'The webhook was switched off.');
}

async function queueWhatHappened(
  queries: Transaction['queries'],
  webhook: WebhookRow,
  at: string,
): Promise<void> {
  let unread = webhook;
  while (!(await queueEvents(queries, unread, at))) unread = await requireWebhook(queries, unread.id);
}
