import type { Handlers } from '../http/handlers.ts';
import type { CommentService } from './comment-service.ts';
import type { ReviewService } from './review-service.ts';
import type { RollbackService } from './rollback-service.ts';
import type { PromotionsService } from './service.ts';

/** The calls that lead to a move of `stable`. */
export function createPromotionRoutes(
  promotions: PromotionsService,
  reviews: ReviewService,
  comments: CommentService,
  rollback: RollbackService,
) {
  return {
    requestPromotion: ({ actor, params, body }) => promotions.request(actor, params.name, body),
    listDeciders: ({ actor, params, query }) => promotions.listDeciders(actor, params.name, query.version),
    listPromotions: ({ actor, query }) => promotions.list(actor, query),
    getPromotion: ({ params }) => promotions.get(params.id),
    reviewPromotion: ({ actor, params, body }) => reviews.review(actor, params.id, body),
    commentOnPromotion: ({ actor, params, body }) => comments.comment(actor, params.id, body),
    withdrawPromotion: ({ actor, params }) => promotions.withdraw(actor, params.id),
    applyPromotion: ({ actor, params }) => promotions.apply(actor, params.id),
    rollBack: ({ actor, params, body }) => rollback.rollBack(actor, params.name, body),
  } satisfies Partial<Handlers>;
}
