import type { FastifyRequest } from 'fastify';
import type { Access } from '#core/contract/endpoint.ts';
import { Problem } from '#core/contract/problem.ts';
import type { Member } from '#core/contract/shapes.ts';
import { listWords } from '#core/domain/list-words.ts';
import { hasRole, type Role } from '#core/domain/roles.ts';
import type { Authenticator, Caller } from '../keys/authenticate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; `null` where anybody may. */
    caller: Caller | null;
  }
}

/**
 * Makes the check that stands before every route, before its body is read.
 *
 * @throws Problem `unauthenticated`; `forbidden`, which names the missing role
 */
export function createAccessCheck(authenticator: Authenticator, access: Access) {
  return async (request: FastifyRequest): Promise<void> => {
    if (access === 'public') return;
    const caller = await authenticator.authenticate(request.headers.authorization);
    // First, so that the log says who was refused.
    request.caller = caller;
    if (access !== 'member') requireRole(caller.member, [access].flat());
  };
}

function requireRole({ name, roles }: Member, allowed: readonly Role[]): void {
  if (allowed.some((role) => hasRole(roles, role))) return;
  const words = listWords(allowed, (role) => `“${role}”`);
  const sentence = `This needs the role ${words}, which ${name} does not have.`;
  throw new Problem('forbidden', sentence, { role: allowed[0], roles: allowed });
}

/** Who calls a route that is not public. */
export function requireCaller(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('unauthenticated', 'Send a key.');
  return request.caller;
}
