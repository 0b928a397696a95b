import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ResolvedPrompt } from '#core/contract/shapes.ts';
import { isNamed, tagOf } from '../http/entity-tag.ts';
import { prefersText } from '../http/prefers-text.ts';
import { identityOf } from './service.ts';

export const jsonType = 'application/json; charset=utf-8';
const textType = 'text/plain; charset=utf-8';
/** What an answer depends on beside its address. */
export const varyHeader = 'Accept, Authorization';

/**
 * Answers with a finished text: as JSON, or alone where plain text is preferred; with a strong ETag over everything
 * that the answer is made of.
 */
export function serveText(
  resolved: ResolvedPrompt,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const isPlain = prefersText(request.headers.accept, 'text/plain');
  const body = isPlain ? resolved.content : JSON.stringify(resolved);
  const tag = tagOf(`${isPlain ? 'text' : 'json'} ${identityOf(resolved)}`);
  reply.header('etag', tag).header('cache-control', cacheControlOf(resolved)).header('vary', varyHeader);
  if (isNamed(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return reply
    .code(200)
    .type(isPlain ? textType : jsonType)
    .send(body);
}

/** How long an answer may be kept: a channel moves, a version never changes. */
export function cacheControlOf({ channel }: ResolvedPrompt): string {
  return channel ? 'private, max-age=60' : 'private, max-age=31536000, immutable';
}
