import { createChannelRoutes } from '../channels/routes.ts';
import { createDiffRoutes } from '../diff/routes.ts';
import { createEvaluationRoutes } from '../evaluations/routes.ts';
import { createEventRoutes } from '../events/routes.ts';
import { createKeyRoutes } from '../keys/routes.ts';
import { createMemberRoutes } from '../members/routes.ts';
import { createPolicyRoutes } from '../policy/routes.ts';
import { createPromotionRoutes } from '../promotions/routes.ts';
import { createPromptRoutes } from '../prompts/routes.ts';
import { createResolveRoutes } from '../resolve/routes.ts';
import type { Services } from '../services.ts';
import { createTestInputRoutes } from '../test-inputs/routes.ts';
import { createVersionRoutes } from '../versions/routes.ts';
import { createWebhookRoutes } from '../webhooks/routes.ts';
import type { Handlers } from './handlers.ts';

/** The handlers of all endpoints, resource by resource. */
export function createHandlers(services: Services): Handlers {
  return {
    ...createResolveRoutes(services.resolve),
    ...createPromptRoutes(services.prompts),
    ...createDiffRoutes(services.diff),
    ...createVersionRoutes(services.versions),
    ...createChannelRoutes(services.channels),
    ...createPromotionRoutes(services.promotions, services.reviews, services.comments, services.rollback),
    ...createTestInputRoutes(services.testInputs),
    ...createEvaluationRoutes(services.evaluations),
    ...createPolicyRoutes(services.policy),
    ...createMemberRoutes(services.members),
    ...createKeyRoutes(services.keys),
    ...createEventRoutes(services.events),
    ...createWebhookRoutes(services.webhooks, services.deliveries),
  };
}
