import { randomUUID } from 'node:crypto';
import { Problem } from '#core/contract/problem.ts';
import type { Member, Promotion } from '#core/contract/shapes.ts';
import type { ReviewDecision } from '#core/domain/promotion.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import type { PolicySource } from '../policy/policy-source.ts';
import { assessPromotion, assessPromotions } from './assess.ts';
import { checkOpen } from './check-open.ts';
import { listOpenPromotions, requirePromotion, updatePromotion } from './repository.ts';
import { insertReview } from './reviews-repository.ts';

export interface NewReview {
  readonly decision: ReviewDecision;
  readonly comment: string;
  /** Of the text that was reviewed. */
  readonly contentHash: string;
}

/** Takes reviews of promotions, and judges what they add up to. */
export function createReviewService(
  { write }: Database,
  appendEvent: AppendEvent,
  clock: Clock,
  policies: PolicySource,
) {
  return {
    /** @throws Problem `promotion-not-found`, `promotion-closed`, `content-mismatch` */
    review: (actor: Member, id: string, { decision, comment, contentHash }: NewReview): Promise<Promotion> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const row = await requirePromotion(queries, id);
        checkOpen(row);
        if (contentHash !== row.contentHash) {
          throw new Problem(
            'content-mismatch',
            `What was reviewed is not the text of version ${row.version}. Read it again, then decide.`,
          );
        }
        const roles = JSON.stringify(actor.roles);
        const createdAt = readTime(clock);
        const review = { id: randomUUID(), promotionId: id, memberId: actor.id, roles, createdAt };
        await insertReview(queries, { ...review, decision, comment, contentHash });
        const reviewed = await assessPromotion(queries, await requirePromotion(queries, id), policies);
        await updatePromotion(queries, id, { status: reviewed.status });
        await appendEvent(transaction, {
          type: 'promotion.reviewed',
          actor,
          prompt: row.prompt,
          version: row.version,
          data: { promotion: id, decision, comment, contentHash, status: reviewed.status },
        });
        return reviewed;
      }),

    /** Judges open promotions anew, of one prompt or of all, because what they are judged by has changed. */
    rejudge: async ({ queries }: Transaction, promptId?: number): Promise<void> => {
      const open = await listOpenPromotions(queries, promptId);
      const assessed = await assessPromotions(queries, open, policies);
      for (const [index, { id, status }] of open.entries()) {
        const judged = assessed[index]?.promotion.status ?? status;
        if (judged !== status) await updatePromotion(queries, id, { status: judged });
      }
    },
  };
}

export type ReviewService = ReturnType<typeof createReviewService>;
