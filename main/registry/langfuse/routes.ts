import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Role } from '#core/domain/roles.ts';
import { createAccessCheck } from '../http/check-access.ts';
import { createErrorHandler } from '../http/send-problem.ts';
import type { Authenticator } from '../keys/authenticate.ts';
import type { RegistryLog } from '../log.ts';
import { acceptBasicKey } from './basic-key.ts';
import { type ListQuery, listQuery, type PromptQuery, promptQuery } from './queries.ts';
import { sendLangfuseError } from './send-langfuse-error.ts';
import { createLangfuseService, type LangfuseSources } from './service.ts';

const path = '/api/public/v2/prompts';
const promptParams = z.object({ name: z.string() });

interface LangfuseServices extends LangfuseSources {
  readonly authenticator: Authenticator;
  readonly log: RegistryLog;
}

/** Registers the two calls with which unmodified clients of Langfuse read prompts. Nothing can be written here. */
export function registerLangfuse(app: FastifyInstance, services: LangfuseServices): void {
  const langfuse = createLangfuseService(services);
  const errorHandler = createErrorHandler(services.log, sendLangfuseError);
  const onRequest = (role: Role) => [acceptBasicKey, createAccessCheck(services.authenticator, role)];
  app.get(
    `${path}/:name`,
    {
      schema: { hide: true, params: promptParams, querystring: promptQuery },
      onRequest: onRequest('app'),
      errorHandler,
    },
    async ({ params, query }) =>
      langfuse.get((params as z.infer<typeof promptParams>).name, query as PromptQuery),
  );
  app.get(
    path,
    { schema: { hide: true, querystring: listQuery }, onRequest: onRequest('viewer'), errorHandler },
    async ({ query }) => langfuse.list(query as ListQuery),
  );
}
