import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '#core/contract/endpoint.ts';
import { Problem } from '#core/contract/problem.ts';
import type { RepeatableCall } from '../idempotency/first-answers.ts';
import { requireCaller } from './check-access.ts';

/**
 * Reads the `Idempotency-Key` of a call; `null` where it has none. A key belongs to the member who sent it, and to
 * the address it was sent to.
 *
 * @throws Problem `invalid-request` where it is not one
 */
export function readRepeatableCall(request: FastifyRequest, endpoint: Endpoint): RepeatableCall | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    const message = 'Give 1 to 255 printable ASCII characters.';
    const errors = [{ field: 'Idempotency-Key', message }];
    throw new Problem('invalid-request', `“Idempotency-Key”: ${message}`, { errors });
  }
  const { member } = requireCaller(request);
  const [path] = request.url.split('?');
  return {
    id: hash('sha256', JSON.stringify([member.id, request.method, path, key]), 'hex'),
    fingerprint: hash('sha256', canonicalize(request.body) ?? '', 'hex'),
    showsOnce: endpoint.showsOnce,
  };
}
