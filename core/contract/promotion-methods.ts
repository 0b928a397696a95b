import { z } from 'zod';
import { reviewDecisions } from '../domain/promotion.ts';
import { type AuditRecord, auditQuestion } from './audit-shapes.ts';
import { inConnection, method, nothing } from './bridge-method.ts';
import { type ChainVerdict, type EventPage, type EventTablePart, eventFilter } from './event-shapes.ts';
import {
  type Comment,
  newCommentBody,
  type PromotionDetails,
  type PromotionOutlook,
} from './promotion-shapes.ts';
import { registryApi } from './registry-api.ts';
import * as shape from './shapes.ts';
import { promptPlace } from './workspace-shapes.ts';

/** How a version becomes stable, and who did what. */

export const promotionMethods = {
  promotions: {
    /** Of one prompt all; of a registry all that are open, and the newest of the others. */
    list: method<shape.Promotion[]>()(inConnection.extend({ prompt: shape.promptName.optional() })),
    /** Those that cannot go on without the member whose key is used. */
    listWaiting: method<shape.Promotion[]>()(inConnection),
    get: method<PromotionDetails>()(inConnection.extend({ id: z.string() })),
    /** What the promotion of a version would need. */
    getOutlook: method<PromotionOutlook>()(promptPlace.extend({ version: shape.versionNumber })),
    comment: method<Comment>()(inConnection.extend({ id: z.string(), ...newCommentBody.shape })),
    stableAt: method<shape.StableInterval>()(promptPlace.extend({ at: z.iso.datetime() })),
    stableHistory: method<shape.StableInterval[]>()(promptPlace),
    request: method<shape.Promotion>()(promptPlace.extend(registryApi.requestPromotion.body.shape)),
    review: method<shape.Promotion>()(
      inConnection.extend({
        id: z.string(),
        decision: z.enum(reviewDecisions),
        comment: shape.note,
        contentHash: z.string(),
      }),
    ),
    withdraw: method<shape.Promotion>()(inConnection.extend({ id: z.string() })),
    apply: method<shape.Promotion>()(inConnection.extend({ id: z.string() })),
    rollBack: method<shape.Promotion>()(promptPlace.extend(registryApi.rollBack.body.shape)),
  },
  events: {
    /** A page of the event log, newest first; `cursor` is the page before's `nextCursor`. */
    list: method<EventPage>()(
      inConnection.extend({
        filter: eventFilter,
        cursor: z.string().max(1_000).optional(),
        limit: z.number().int().min(1).max(200),
      }),
    ),
    /** One event by its number; `null` where the log does not have it. */
    find: method<shape.RegistryEvent | null>()(inConnection.extend({ seq: z.number().int().positive() })),
    /** Everybody who has an entry in the log. */
    listActors: method<shape.Person[]>()(inConnection),
    /** Begins to read what fits as a table for a spreadsheet. There is one at a time; `openTable` ends the one before. */
    openTable: method<undefined>()(inConnection.extend({ filter: eventFilter })),
    readTable: method<EventTablePart>()(nothing),
    closeTable: method<undefined>()(nothing),
    /** Walks the whole log. With a long one it takes its time. */
    verify: method<ChainVerdict>()(inConnection),
  },
  audit: {
    /** What was stable at a time or in a stretch of it, who brought it there, and what the log says of it. */
    collect: method<AuditRecord>()(promptPlace.extend(auditQuestion.shape)),
  },
} as const;
