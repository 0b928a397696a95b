import { z } from 'zod';
import { roles } from '../domain/roles.ts';
import { reason } from './parts.ts';
import { label, time } from './shapes.ts';

/** The shapes of requests about members and keys. */

const email = z.email({ error: 'Give an e-mail address.' }).max(320);
const memberRoles = z.array(z.enum(roles)).min(1);

export const newMemberBody = z.strictObject({
  name: label,
  email: email.optional(),
  roles: memberRoles,
});

/** What is left out stays. */
export const memberChanges = z.strictObject({
  name: label.optional(),
  email: email.nullable().optional(),
  roles: memberRoles.optional(),
  /** `false` refuses all of its keys at once; `true` lets them in again. */
  active: z.boolean().optional(),
  /** Why; the event keeps it. */
  reason,
});
export type MemberChanges = z.infer<typeof memberChanges>;

export const newKeyBody = z.strictObject({
  name: label,
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});

/** A key as it may be shown: never its secret. */
export const keySummary = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  createdAt: time,
  expiresAt: time.nullable(),
  /** To the minute. */
  lastUsedAt: time.nullable(),
  revokedAt: time.nullable(),
});
export type KeySummary = z.infer<typeof keySummary>;
