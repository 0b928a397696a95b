import { Problem } from '#core/contract/problem.ts';
import { parseVersionReference, type VersionReference } from '#core/domain/version-reference.ts';
import type { Handlers } from '../http/handlers.ts';
import type { ResolveService } from './service.ts';

/** The calls that applications make. */
export function createResolveRoutes(prompts: ResolveService) {
  return {
    resolvePrompt: ({ params, body }) => prompts.resolve(params.name, body),
    resolvePromptByQuery: async ({ params, query }) => {
      const { _version, _missing: missing, ...variables } = query;
      refuseUnknown(Object.keys(variables));
      return prompts.resolve(params.name, { version: readReference(_version), variables, missing });
    },
  } satisfies Partial<Handlers>;
}

function readReference(text: string): VersionReference {
  const reference = text.startsWith('v') ? null : parseVersionReference(text);
  if (reference !== null) return reference;
  throw refuse('_version', 'Give “stable”, “latest” or a version’s number.');
}

function refuseUnknown(names: readonly string[]): void {
  const unknown = names.find((name) => name.startsWith('_'));
  if (unknown === undefined) return;
  throw refuse(
    unknown,
    'There is no such parameter; variables that begin with “_” can only be given by POST.',
  );
}

function refuse(field: string, message: string): Problem {
  return new Problem('invalid-request', `“${field}”: ${message}`, { errors: [{ field, message }] });
}
