import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { type Endpoint, type EndpointResponse, isRepeatable } from '#core/contract/endpoint.ts';
import { Problem } from '#core/contract/problem.ts';
import { basePath, type EndpointName, type RegistryApi, registryApi } from '#core/contract/registry-api.ts';
import type { Services } from '../services.ts';
import { answerConditionally } from './answer-conditionally.ts';
import { createAccessCheck, requireCaller } from './check-access.ts';
import type { Handlers } from './handlers.ts';
import { describeEndpoint } from './openapi.ts';
import { readRepeatableCall } from './read-repeatable-call.ts';

/** Ways to answer that are more than JSON. They get what the handler returned. */
export type Senders = {
  readonly [Name in EndpointName]?: (
    answer: EndpointResponse<RegistryApi[Name]>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => FastifyReply;
};

type AnyHandler = (request: object) => Promise<unknown>;
type AnySender = (answer: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Registers every endpoint of the table. */
export function registerEndpoints(
  app: FastifyInstance,
  handlers: Handlers,
  senders: Senders,
  { authenticator, firstAnswers }: Pick<Services, 'authenticator' | 'firstAnswers'>,
): void {
  for (const name of Object.keys(registryApi) as EndpointName[]) {
    const endpoint: Endpoint = registryApi[name];
    const handle = handlers[name] as unknown as AnyHandler;
    const send = senders[name] as AnySender | undefined;
    app.route({
      method: endpoint.method,
      url: basePath + endpoint.path,
      schema: describeEndpoint(name, endpoint),
      onRequest: createAccessCheck(authenticator, endpoint.access),
      ...(endpoint.method === 'GET' ? { onSend: answerConditionally } : {}),
      preValidation: async (request) => prepareParts(request, endpoint),
      handler: async (request, reply) => {
        const { params, query, body } = request;
        const { member: actor } = requireCaller(request);
        const ifMatch = endpoint.takesIfMatch ? request.headers['if-match'] : undefined;
        const call = isRepeatable(endpoint) ? readRepeatableCall(request, endpoint) : null;
        const run = () => handle({ params, query, body, actor, ifMatch });
        const answer = call ? await firstAnswers.once(call, run) : await run();
        if (send) return send(answer, request, reply);
        reply.code(endpoint.status);
        return answer;
      },
    });
  }
}

/** Answers the methods that a known path does not have. Call it when all routes are there. */
export function refuseOtherMethods(
  app: FastifyInstance,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const [url, methods] of known) {
    const others = app.supportedMethods.filter((method) => !methods.has(method));
    const allow = [...methods].sort().join(', ');
    app.route({
      method: others as HTTPMethods[],
      url,
      schema: { hide: true },
      handler: async (request, reply) => {
        reply.header('allow', allow);
        throw new Problem('method-not-allowed', `${request.method} is not possible here; ${allow} is.`);
      },
    });
  }
}

/** A body may be left out where nothing in it is required; where a call has none, none may be given. */
function prepareParts(request: FastifyRequest, endpoint: Endpoint): void {
  if (endpoint.body) request.body ??= {};
  else refuseFields(request.body, 'This call takes no body.');
  if (!endpoint.query) refuseFields(request.query, 'This call takes no query parameters.');
}

function refuseFields(given: unknown, message: string): void {
  if (given === undefined || given === null) return;
  const fields = typeof given === 'object' ? Object.keys(given) : [''];
  if (fields.length === 0) return;
  const errors = fields.map((field) => ({ field, message }));
  throw new Problem('invalid-request', message, { errors });
}
