import { randomUUID } from 'node:crypto';
import type { Comment } from '#core/contract/promotion-shapes.ts';
import type { Member } from '#core/contract/shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { insertComment } from './comments-repository.ts';
import { requirePromotion } from './repository.ts';

export interface NewComment {
  readonly text: string;
  /** The passage that the comment is about. */
  readonly quote?: string | null | undefined;
}

/** Takes comments on promotions. They decide nothing, so closed promotions take them, too. */
export function createCommentService({ write }: Database, appendEvent: AppendEvent, clock: Clock) {
  return {
    /** @throws Problem `promotion-not-found` */
    comment: (actor: Member, promotionId: string, { text, quote = null }: NewComment): Promise<Comment> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const { prompt, version } = await requirePromotion(queries, promotionId);
        const comment = { id: randomUUID(), text, quote, createdAt: readTime(clock) };
        await insertComment(queries, { ...comment, promotionId, memberId: actor.id });
        const data = { promotion: promotionId, comment: comment.id, text, quote };
        await appendEvent(transaction, { type: 'promotion.commented', actor, prompt, version, data });
        return { ...comment, member: { id: actor.id, name: actor.name } };
      }),
  };
}

export type CommentService = ReturnType<typeof createCommentService>;
