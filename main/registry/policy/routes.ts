import type { Policy } from '#core/domain/promotion.ts';
import type { Handlers } from '../http/handlers.ts';
import type { PolicyService } from './service.ts';

/** The calls on policies. */
export function createPolicyRoutes(policy: PolicyService) {
  return {
    getPolicy: async () => toAnswer(await policy.get()),
    setPolicy: async ({ actor, body: { reason, ...wanted } }) =>
      toAnswer(await policy.set(actor, wanted, reason)),
    listPolicies: ({ query }) => policy.listOwn(query.limit, query.cursor),
    getPromptPolicy: ({ params }) => policy.getForPrompt(params.name),
    setPromptPolicy: ({ actor, params, body: { reason, ...wanted } }) =>
      policy.setForPrompt(actor, params.name, wanted, reason),
    removePromptPolicy: async ({ actor, params, query }) => {
      await policy.removeForPrompt(actor, params.name, query.reason);
      return undefined;
    },
    previewPolicy: ({ body }) => policy.preview(body),
    previewPromptPolicy: ({ params, body }) => policy.previewForPrompt(params.name, body),
  } satisfies Partial<Handlers>;
}

function toAnswer(policy: Policy) {
  return { ...policy, reviewerRoles: [...policy.reviewerRoles] };
}
