import type { Webhook } from '#core/contract/webhook-shapes.ts';
import { readTypes, type WebhookRow } from './repository.ts';
import { listValidSecrets, readSecrets } from './signing-secrets.ts';

/** What anybody may be told of a webhook: everything but its secrets. */
export function toWebhook(row: WebhookRow, at: Date): Webhook {
  const { id, url, description, createdAt } = row;
  const ends = listValidSecrets(readSecrets(row.secrets), at).flatMap(({ until }) => until ?? []);
  return {
    id,
    url,
    types: readTypes(row),
    description,
    active: row.active === 1,
    createdAt,
    previousSecretUntil: ends.sort().at(-1) ?? null,
  };
}
