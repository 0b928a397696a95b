import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { byId, page, paging } from './parts.ts';
import { words } from './shapes.ts';
import * as shape from './webhook-shapes.ts';

/** The calls on webhooks, a part of the registry API. */
export const webhookEndpoints = {
  listWebhooks: {
    method: 'GET',
    path: '/webhooks',
    access: 'admin',
    summary: 'All webhooks, without their secrets',
    query: z.strictObject(paging),
    status: 200,
    response: page(shape.webhook),
  },
  createWebhook: {
    method: 'POST',
    path: '/webhooks',
    access: 'admin',
    summary: 'A new webhook, told of what happens from now on; the only answer that shows its secret',
    body: shape.newWebhookBody,
    showsOnce: 'secret',
    status: 201,
    response: shape.newWebhook,
  },
  getWebhook: {
    method: 'GET',
    path: '/webhooks/:id',
    access: 'admin',
    summary: 'One webhook, without its secret',
    params: byId,
    status: 200,
    response: shape.webhook,
  },
  updateWebhook: {
    method: 'PATCH',
    path: '/webhooks/:id',
    access: 'admin',
    summary: 'Changes address, types or description, or switches it off and on',
    params: byId,
    body: shape.webhookChanges,
    status: 200,
    response: shape.webhook,
  },
  deleteWebhook: {
    method: 'DELETE',
    path: '/webhooks/:id',
    access: 'admin',
    summary: 'Removes a webhook with its secret and its deliveries',
    params: byId,
    status: 204,
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/webhooks/:id/rotate-secret',
    access: 'admin',
    summary: 'A new secret, shown once; for 24 hours deliveries are signed with the old one too',
    params: byId,
    showsOnce: 'secret',
    status: 200,
    response: shape.newWebhook,
  },
  listDeliveries: {
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    access: 'admin',
    summary: 'What was sent, what waits and what failed, newest event first',
    params: byId,
    query: z.strictObject({ status: z.enum(shape.deliveryStatuses).optional(), ...paging }),
    status: 200,
    response: page(shape.delivery),
  },
  redeliver: {
    method: 'POST',
    path: '/webhooks/:id/deliveries/:deliveryId/redeliver',
    access: 'admin',
    summary: 'Sends an event again, at once and with the same `webhook-id`',
    params: byId.extend({ deliveryId: words(64).min(1) }),
    status: 200,
    response: shape.delivery,
  },
} as const satisfies Record<string, Endpoint>;
