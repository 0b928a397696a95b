import { z } from 'zod';
import { inConnection, method } from './bridge-method.ts';
import { type KeySummary, memberChanges, newKeyBody, newMemberBody } from './member-shapes.ts';
import { reason } from './parts.ts';
import { type OwnPolicy, type PolicyPreview, type PromptPolicy, policyChange } from './promotion-shapes.ts';
import { anyEventType, type Member, type NewKey, policy } from './shapes.ts';
import {
  type Delivery,
  deliveryStatuses,
  type NewWebhook,
  newWebhookBody,
  type Webhook,
  webhookChanges,
} from './webhook-shapes.ts';
import { promptPlace } from './workspace-shapes.ts';

/** The methods of the bridge with which a registry is looked after: who may what, and who is told. */

const one = inConnection.extend({ id: z.string() });
/** A newer registry gets back the types that only it knows; it refuses others by itself. */
const anyTypes = z.array(anyEventType);
const policyPlace = promptPlace.partial({ prompt: true });

export const administrationMethods = {
  members: {
    /** All of them. */
    list: method<Member[]>()(inConnection),
    create: method<Member>()(inConnection.extend(newMemberBody.shape)),
    update: method<Member>()(one.extend(memberChanges.shape)),
  },
  keys: {
    /** Makes a key with the role `app`, for an application that fetches prompts. It is shown once. */
    createApplicationKey: method<{ secret: string }>()(inConnection.extend({ name: z.string().min(1) })),
    /** All keys of the member with this id, the revoked ones too. */
    listOf: method<KeySummary[]>()(one),
    /** For the member with this id. The secret is shown once. */
    createFor: method<NewKey>()(one.extend(newKeyBody.shape)),
    rotate: method<NewKey>()(one),
    revoke: method<undefined>()(one.extend({ reason })),
  },
  /** The registry's, or a prompt's where one is named. */
  policy: {
    get: method<PromptPolicy>()(policyPlace),
    set: method<PromptPolicy>()(policyPlace.extend(policyChange.shape)),
    /** Lets a prompt follow the registry's again. */
    remove: method<undefined>()(promptPlace.extend({ reason })),
    /** Those of prompts that do not follow the registry's. */
    listOwn: method<OwnPolicy[]>()(inConnection),
    preview: method<PolicyPreview>()(policyPlace.extend(policy.shape)),
  },
  webhooks: {
    list: method<Webhook[]>()(inConnection),
    create: method<NewWebhook>()(inConnection.extend({ ...newWebhookBody.shape, types: anyTypes })),
    update: method<Webhook>()(one.extend({ ...webhookChanges.shape, types: anyTypes.optional() })),
    remove: method<undefined>()(one),
    rotateSecret: method<NewWebhook>()(one),
    /** A page of what was sent to it, newest first; `cursor` is the page before's `nextCursor`. */
    listDeliveries: method<{ items: Delivery[]; nextCursor: string | null }>()(
      one.extend({
        status: z.enum(deliveryStatuses).optional(),
        cursor: z.string().max(1_000).optional(),
      }),
    ),
    redeliver: method<Delivery>()(one.extend({ delivery: z.string() })),
  },
} as const;
