import type { Handlers } from '../http/handlers.ts';
import type { PromptsService } from './service.ts';

/** The calls on prompts as a whole. */
export function createPromptRoutes(prompts: PromptsService) {
  return {
    listPrompts: ({ query }) => prompts.list(query),
    createPrompt: ({ actor, body }) => prompts.create(actor, body),
    getDetails: ({ params }) => prompts.getDetails(params.name),
    updateDetails: ({ actor, params, body }) => prompts.updateDetails(actor, params.name, body),
  } satisfies Partial<Handlers>;
}
