import type { FastifyReply } from 'fastify';
import { type Problem, problems } from '#core/contract/problem.ts';

const names: Readonly<Record<number, string>> = {
  400: 'InvalidRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'LangfuseNotFoundError',
};

/** Answers with a problem in the form that clients of Langfuse read. */
export function sendLangfuseError(reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, title } = problems[problem.code];
  if (status === 401) reply.header('www-authenticate', 'Basic realm="PromptForge"');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ message: problem.message, error: names[status] ?? title }));
}
