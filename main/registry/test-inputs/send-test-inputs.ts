import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TestInput } from '#core/contract/test-shapes.ts';
import { toInputsTag } from './inputs-tag.ts';
import { hashInputs } from './repository.ts';

/** Answers with test inputs, and with the ETag by which a change of them can be made conditional. */
export function sendTestInputs(
  inputs: readonly TestInput[],
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  // A list that was just stored is an answer to whoever stored it, and is not kept.
  if (request.method === 'GET') reply.header('cache-control', 'private, no-cache');
  return reply
    .code(200)
    .header('etag', toInputsTag(hashInputs(inputs)))
    .send(inputs);
}
