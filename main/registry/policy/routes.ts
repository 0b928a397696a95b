import type { Policy } from '#core/domain/promotion.ts';
import type { Handlers } from '../http/handlers.ts';
import type { PolicyService } from './service.ts';

/** The calls on policies. */
export function createPolicyRoutes(policy: PolicyService) {
  return {
    getPolicy: async () => toAnswer(await policy.get()),
    setPolicy: async ({ actor, body }) => toAnswer(await policy.set(actor, body)),
    getPromptPolicy: ({ params }) => policy.getForPrompt(params.name),
    setPromptPolicy: ({ actor, params, body }) => policy.setForPrompt(actor, params.name, body),
    removePromptPolicy: async ({ actor, params }) => {
      await policy.removeForPrompt(actor, params.name);
      return undefined;
    },
  } satisfies Partial<Handlers>;
}

function toAnswer(policy: Policy) {
  return { ...policy, reviewerRoles: [...policy.reviewerRoles] };
}
