import { z } from 'zod';
import { anyEventType, eventTypes, note, time } from './shapes.ts';

/** The shapes of webhooks and their deliveries. */

const webhookUrl = z
  .string()
  .max(2_000)
  .regex(/^[^\s\p{Cc}\p{Cs}]*$/u, { error: 'Leave out spaces and invisible characters.' })
  .pipe(z.url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://.' }));

const webhookTypes = z.array(z.enum(eventTypes)).min(1).max(200);

export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  /** The events that it is told of. */
  types: z.array(anyEventType),
  description: z.string(),
  /** One that is switched off is told of nothing. */
  active: z.boolean(),
  createdAt: time,
  /** Until when deliveries are signed with the secret before as well; `null` where there is none. */
  previousSecretUntil: time.nullable(),
});
export type Webhook = z.infer<typeof webhook>;

export const newWebhook = webhook.extend({
  /** What signs the deliveries: `whsec_…`. This answer is the only one that ever holds it. */
  secret: z.string(),
});
export type NewWebhook = z.infer<typeof newWebhook>;

export const newWebhookBody = z.strictObject({
  url: webhookUrl,
  types: webhookTypes,
  description: note.default(''),
});

export const webhookChanges = z.strictObject({
  url: webhookUrl.optional(),
  types: webhookTypes.optional(),
  description: note.optional(),
  active: z.boolean().optional(),
});

export const deliveryStatuses = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export const delivery = z.object({
  id: z.string(),
  /** `id` is the `webhook-id` of every attempt. */
  event: z.object({ seq: z.number().int().positive(), id: z.string(), type: anyEventType }),
  /** `waiting` for its first or next attempt. */
  status: z.enum(deliveryStatuses),
  /** The attempts that have ended. */
  attempts: z.number().int().nonnegative(),
  /** What the receiver answered last; `null` where it did not. */
  responseStatus: z.number().int().nullable(),
  /** Why the last attempt failed, in words. */
  failure: z.string().nullable(),
  createdAt: time,
  lastAttemptAt: time.nullable(),
  nextAttemptAt: time.nullable(),
});
export type Delivery = z.infer<typeof delivery>;
