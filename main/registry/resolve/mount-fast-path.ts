import type { IncomingMessage, RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { basePath, registryApi } from '#core/contract/registry-api.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import type { Services } from '../services.ts';
import { createFastPath } from './fast-path.ts';

/**
 * Puts the fast path in front of the router. A request that it hands back runs through the router as any other.
 *
 * @param isOpen false where the router has to see a request
 */
export function mountFastPath(
  app: FastifyInstance,
  services: Pick<Services, 'resolve' | 'authenticator' | 'rateLimit'>,
  metrics: Metrics,
  isOpen: (request: IncomingMessage) => boolean,
): void {
  const [route] = app.server.listeners('request') as RequestListener[];
  if (!route) throw new Error('The server has no listener to stand before.');
  const { method, path } = registryApi.resolvePrompt;
  const count = metrics.counterFor(method, basePath + path);
  const fastPath = createFastPath({ ...services, count }, isOpen, route);
  app.server.off('request', route);
  app.server.on('request', (request, response) => {
    if (!fastPath.handle(request, response)) route(request, response);
  });
  app.addHook('preParsing', async (request, _reply, payload) => {
    const body = fastPath.takeBody(request.raw);
    return body ? Readable.from([body]) : payload;
  });
}
