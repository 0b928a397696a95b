import type { Handlers } from '../http/handlers.ts';
import type { DeliveriesService } from './deliveries-service.ts';
import type { WebhooksService } from './service.ts';

/** The calls on webhooks and their deliveries. */
export function createWebhookRoutes(webhooks: WebhooksService, deliveries: DeliveriesService) {
  return {
    listWebhooks: ({ query }) => webhooks.list(query.limit, query.cursor),
    createWebhook: ({ actor, body }) => webhooks.create(actor, body),
    getWebhook: ({ params }) => webhooks.get(params.id),
    updateWebhook: ({ actor, params, body }) => webhooks.update(actor, params.id, body),
    deleteWebhook: async ({ actor, params }) => {
      await webhooks.remove(actor, params.id);
      return undefined;
    },
    rotateWebhookSecret: ({ actor, params }) => webhooks.rotateSecret(actor, params.id),
    listDeliveries: ({ params, query }) => deliveries.list(params.id, query),
    redeliver: ({ params }) => deliveries.redeliver(params.id, params.deliveryId),
  } satisfies Partial<Handlers>;
}
