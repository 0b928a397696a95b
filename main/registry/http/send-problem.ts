import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Problem, problems } from '#core/contract/problem.ts';
import { describeError, type RegistryLog } from '../log.ts';
import { invalidRequest } from './invalid-request.ts';

const problemType = 'application/problem+json; charset=utf-8';

/**
 * Answers any error with a problem document, or in another form. An unexpected one is logged, and told in a plain
 * sentence.
 */
export function createErrorHandler(log: RegistryLog, send = sendProblem) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error);
    if (problem.code === 'internal') {
      const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
      log.error('A request failed.', { request: request.id, route, ...describeError(error) });
    }
    const { retryAfter } = problem.members;
    if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
    return send(reply, problem);
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="PromptForge"');
  return reply
    .code(problems[problem.code].status)
    .header('cache-control', 'no-store')
    .type(problemType)
    .send(JSON.stringify(problem.toDocument()));
}

/** Answers a request that is not even HTTP, for example one with headers that are too large. */
export function sendProblemRaw(socket: Socket, problem: Problem): void {
  if (!socket.writable) return;
  const { status } = problems[problem.code];
  const body = JSON.stringify(problem.toDocument());
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error.validation);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem(
        'payload-too-large',
        'The body is larger than 2 MiB, as it was sent. Nothing was read or changed.',
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(
        'unsupported-media-type',
        'Send the body as JSON: “Content-Type: application/json”.',
      );
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem(
      'invalid-request',
      'The request could not be read. Check its address, headers and body.',
    );
  }
  return new Problem(
    'internal',
    'Something went wrong inside the registry. Nothing half-done was kept. Try again; if it stays, tell whoever runs this registry.',
  );
}
