import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { keySummary, memberChanges, newKeyBody, newMemberBody } from './member-shapes.ts';
import { byId, page, paging, reasonQuery } from './parts.ts';
import * as shape from './shapes.ts';

/** The calls on members and their keys, a part of the registry API. */
export const memberEndpoints = {
  getMe: {
    method: 'GET',
    path: '/me',
    access: 'member',
    summary: 'Whose key this is',
    status: 200,
    response: shape.member,
  },
  listMembers: {
    method: 'GET',
    path: '/members',
    access: 'admin',
    summary: 'All members',
    query: z.strictObject(paging),
    status: 200,
    response: page(shape.member),
  },
  createMember: {
    method: 'POST',
    path: '/members',
    access: 'admin',
    summary: 'A new member: a person or a service',
    body: newMemberBody,
    status: 201,
    response: shape.member,
  },
  getMember: {
    method: 'GET',
    path: '/members/:id',
    access: 'admin',
    summary: 'One member',
    params: byId,
    status: 200,
    response: shape.member,
  },
  updateMember: {
    method: 'PATCH',
    path: '/members/:id',
    access: 'admin',
    summary:
      'Changes name, e-mail address or roles, deactivates or reactivates; the last active administrator stays one',
    params: byId,
    body: memberChanges,
    status: 200,
    response: shape.member,
  },
  listKeys: {
    method: 'GET',
    path: '/members/:id/keys',
    access: 'admin',
    summary: 'A member’s keys, the revoked ones too, without their secrets',
    params: byId,
    query: z.strictObject(paging),
    status: 200,
    response: page(keySummary),
  },
  createKey: {
    method: 'POST',
    path: '/members/:id/keys',
    access: 'admin',
    summary: 'A new key for a member; the only answer that shows it',
    params: byId,
    body: newKeyBody,
    showsOnce: 'secret',
    status: 201,
    response: shape.newKey,
  },
  rotateKey: {
    method: 'POST',
    path: '/keys/:id/rotate',
    access: 'admin',
    summary: 'A new secret for a key; the old one is refused at once',
    params: byId,
    showsOnce: 'secret',
    status: 200,
    response: shape.newKey,
  },
  revokeKey: {
    method: 'DELETE',
    path: '/keys/:id',
    access: 'admin',
    summary: 'Revokes a key, at once',
    params: byId,
    query: reasonQuery,
    status: 204,
  },
} as const satisfies Record<string, Endpoint>;
