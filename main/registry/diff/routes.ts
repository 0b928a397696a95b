import { parseVersionReference, type VersionReference } from '#core/domain/version-reference.ts';
import type { Handlers } from '../http/handlers.ts';
import type { DiffService } from './service.ts';

/** The call that compares. */
export function createDiffRoutes(diff: DiffService) {
  return {
    compareVersions: ({ params, query }) =>
      diff.compare(params.name, toReference(query.from), toReference(query.to)),
  } satisfies Partial<Handlers>;
}

/** The query was checked for being one; what is left out is not reached. */
function toReference(text: string): VersionReference {
  return parseVersionReference(text) ?? 'latest';
}
