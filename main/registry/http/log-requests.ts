import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { basePath, registryApi } from '#core/contract/registry-api.ts';
import { isPromptName } from '#core/domain/prompt-name.ts';
import type { RegistryLog } from '../log.ts';

const resolveRoute = basePath + registryApi.resolvePrompt.path;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const noteworthy = new Set([401, 403]);

/** A request's id: the one that a proxy in front has given it, or a new one. */
export function makeRequestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
}

/**
 * Logs requests that change something, that are refused for their key or role, or that fail; every answer names its
 * request. Addresses are logged as their pattern: what stands in a query may be anybody's words.
 */
export function logRequests(app: FastifyInstance, log: RegistryLog): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, caller } = request;
    const { statusCode: status, elapsedTime } = reply;
    const { url = '' } = routeOptions;
    const isChange = !reading.has(method) && url !== resolveRoute && status < 400;
    if (!isChange && status < 500 && !noteworthy.has(status)) return;
    log.info('A request was answered.', {
      request: request.id,
      method,
      route: url === '' ? '(no route)' : url,
      ...describePrompt(request),
      ...(caller ? { member: caller.member.id, key: caller.keyId } : {}),
      status,
      milliseconds: Math.round(elapsedTime * 10) / 10,
    });
  });
}

function describePrompt({ params }: FastifyRequest): { readonly prompt?: string } {
  const { name } = (params ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && isPromptName(name) ? { prompt: name } : {};
}
