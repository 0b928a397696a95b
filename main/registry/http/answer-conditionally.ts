import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed, tagOf } from './entity-tag.ts';

/**
 * Gives an answer a strong ETag over exactly what is served, and leaves the body out where the caller has it. An
 * answer that has its own ETag keeps it.
 */
export async function answerConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload;
  const tag = tagOf(payload);
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (!isNamed(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return null;
}
