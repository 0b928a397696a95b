import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed, tagOf } from './entity-tag.ts';

/**
 * Leaves the body of an answer out where the caller has it. An answer without an ETag of its own gets a strong one
 * over exactly what is served.
 */
export async function answerConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const own = reply.getHeader('etag');
  const tag = typeof own === 'string' ? own : tagOf(payload);
  if (own === undefined) reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (!isNamed(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return null;
}
