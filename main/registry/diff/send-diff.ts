import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VersionDiff } from '#core/contract/diff-shapes.ts';
import { formatUnifiedDiff } from '#core/domain/diff/format-unified-diff.ts';
import { prefersText } from '../http/prefers-text.ts';

/** Answers with a comparison as JSON, or as a unified diff where that is preferred. */
export function sendDiff(diff: VersionDiff, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.code(200).header('vary', 'Accept, Authorization');
  if (!prefersText(request.headers.accept, 'text/x-diff')) return reply.send(diff);
  const { prompt, from, to, hunks } = diff;
  const patch = formatUnifiedDiff(hunks, `a/${prompt} v${from.version}`, `b/${prompt} v${to.version}`);
  return reply.type('text/x-diff; charset=utf-8').send(patch);
}
