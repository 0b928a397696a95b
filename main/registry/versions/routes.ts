import type { Handlers } from '../http/handlers.ts';
import type { VersionsService } from './service.ts';

/** The calls on versions. */
export function createVersionRoutes(versions: VersionsService) {
  return {
    listVersions: ({ params, query }) => versions.list(params.name, query.limit, query.cursor),
    getVersion: ({ params }) => versions.get(params.name, params.version),
    saveVersion: ({ actor, params, body }) => versions.save(actor, params.name, body),
  } satisfies Partial<Handlers>;
}
