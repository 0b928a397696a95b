import type { Handlers } from '../http/handlers.ts';
import type { EvaluationService } from './service.ts';

/** The calls on evaluations. */
export function createEvaluationRoutes(evaluations: EvaluationService) {
  return {
    evaluate: ({ actor, params, body }) => evaluations.evaluate(actor, params.name, body),
    listEvaluations: ({ params, query }) => evaluations.list(params.name, query),
    getEvaluation: ({ params }) => evaluations.get(params.name, params.id),
  } satisfies Partial<Handlers>;
}
