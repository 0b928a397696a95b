import type { Handlers } from '../http/handlers.ts';
import type { MembersService } from './service.ts';

/** The calls on members. */
export function createMemberRoutes(members: MembersService) {
  return {
    getMe: async ({ actor }) => actor,
    listMembers: ({ query }) => members.list(query.limit, query.cursor),
    createMember: ({ actor, body }) => members.create(actor, body),
    getMember: ({ params }) => members.get(params.id),
    updateMember: ({ actor, params, body }) => members.update(actor, params.id, body),
  } satisfies Partial<Handlers>;
}
