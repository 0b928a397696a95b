import type { Insertable, Selectable, Updateable } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { EventType } from '#core/contract/shapes.ts';
import type { Queries } from '../db/database.ts';
import { nextNumber } from '../db/next-number.ts';
import type { Tables } from '../db/tables.ts';

export type WebhookRow = Selectable<Tables['webhooks']>;

export async function insertWebhook(
  queries: Queries,
  webhook: Omit<Insertable<Tables['webhooks']>, 'position'>,
): Promise<void> {
  const position = await nextNumber(queries, 'webhooks', 'position');
  await queries
    .insertInto('webhooks')
    .values({ ...webhook, position })
    .execute();
}

export async function findWebhook(queries: Queries, id: string): Promise<WebhookRow | undefined> {
  return queries.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @throws Problem `webhook-not-found` */
export async function requireWebhook(queries: Queries, id: string): Promise<WebhookRow> {
  const row = await findWebhook(queries, id);
  if (!row) throw new Problem('webhook-not-found', 'There is no webhook with this id.');
  return row;
}

/** Webhooks in the order in which they were made, beginning after a position. */
export async function listWebhooks(queries: Queries, after: number, limit: number): Promise<WebhookRow[]> {
  return queries
    .selectFrom('webhooks')
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
}

export async function updateWebhook(
  queries: Queries,
  id: string,
  changes: Updateable<Tables['webhooks']>,
): Promise<void> {
  await queries.updateTable('webhooks').set(changes).where('id', '=', id).execute();
}

/** Removes a webhook with its deliveries. */
export async function removeWebhook(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom('deliveries').where('webhookId', '=', id).execute();
  await queries.deleteFrom('webhooks').where('id', '=', id).execute();
}

export function readTypes({ types }: Pick<WebhookRow, 'types'>): EventType[] {
  return JSON.parse(types);
}
