import type { Handlers } from '../http/handlers.ts';
import type { KeysService } from './service.ts';

/** The calls on keys. */
export function createKeyRoutes(keys: KeysService) {
  return {
    createKey: ({ actor, params, body }) => keys.create(actor, { memberId: params.id, ...body }),
    listKeys: ({ params, query }) => keys.list(params.id, query.limit, query.cursor),
    rotateKey: ({ actor, params }) => keys.rotate(actor, params.id),
    revokeKey: async ({ actor, params, query }) => {
      await keys.revoke(actor, params.id, query.reason);
      return undefined;
    },
  } satisfies Partial<Handlers>;
}
