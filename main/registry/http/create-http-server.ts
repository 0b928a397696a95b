import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Problem } from '#core/contract/problem.ts';
import { sendDiff } from '../diff/send-diff.ts';
import { createEventSender } from '../events/send-events.ts';
import { registerEventStream } from '../events/stream-routes.ts';
import { registerLangfuse } from '../langfuse/routes.ts';
import type { RegistryLog } from '../log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { registerMetrics } from '../metrics/routes.ts';
import { mountFastPath } from '../resolve/mount-fast-path.ts';
import { serveText } from '../resolve/serve-text.ts';
import type { Services } from '../services.ts';
import { sendTestInputs } from '../test-inputs/send-test-inputs.ts';
import { createHostCheck, type HostRules } from './check-host.ts';
import { createHandlers } from './create-handlers.ts';
import { registerHealth } from './health-routes.ts';
import { logRequests, makeRequestId } from './log-requests.ts';
import { describeApi } from './openapi.ts';
import { acceptJsonOnly, largestBody } from './parse-json-body.ts';
import { refuseOtherMethods, registerEndpoints, type Senders } from './register-endpoints.ts';
import { createErrorHandler, sendProblem, sendProblemRaw } from './send-problem.ts';

/** Room for the longest prompt name with every character percent-encoded. */
const longestParameter = 512;

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
};

/** Builds the HTTP server of a registry. It does not listen yet. */
export async function createHttpServer(
  services: Services,
  names: Omit<HostRules, 'getBound'>,
  log: RegistryLog,
): Promise<FastifyInstance> {
  const handleError = createErrorHandler(log);
  const app = Fastify({
    logger: false,
    genReqId: makeRequestId,
    bodyLimit: largestBody,
    requestTimeout: limits.requestTimeout,
    http: limits,
    routerOptions: { maxParamLength: longestParameter },
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: (error, socket) => {
      const sentence =
        error.code === 'HPE_HEADER_OVERFLOW'
          ? 'The headers are too large.'
          : 'This is not a request in HTTP.';
      sendProblemRaw(socket, new Problem('invalid-request', sentence));
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new Problem('not-found', 'There is nothing at this address.')),
  );
  acceptJsonOnly(app);

  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  const hostCheck = createHostCheck({ ...names, getBound: () => app.server.address() as AddressInfo });
  app.decorateRequest('caller', null);
  logRequests(app, log);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    hostCheck.check(request.headers.host);
    if (isClosing) throw new Problem('not-ready', 'The registry is shutting down.');
  });
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (isClosing) reply.header('connection', 'close');
  });

  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    known.set(url, methods);
  });

  const metrics = createMetrics();
  mountFastPath(app, services, metrics, ({ headers }) => !isClosing && hostCheck.allows(headers.host));
  await describeApi(app);
  const senders: Senders = {
    resolvePrompt: serveText,
    resolvePromptByQuery: serveText,
    compareVersions: sendDiff,
    getTestInputs: sendTestInputs,
    setTestInputs: sendTestInputs,
    listEvents: createEventSender(services.events),
  };
  registerMetrics(app, metrics, services);
  registerEndpoints(app, createHandlers(services), senders, services);
  registerEventStream(app, services);
  registerLangfuse(app, services);
  registerHealth(app, services.checkStore);
  refuseOtherMethods(app, new Map(known));
  return app;
}
