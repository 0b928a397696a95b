import type { Webhook } from '#core/contract/webhook-shapes.ts';

/** The part of a webhook's address that is shown where others may look on: the rest can be a secret. */
export function hostOf({ url }: Pick<Webhook, 'url'>): string {
  return URL.parse(url)?.host ?? url;
}
