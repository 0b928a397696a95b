import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Access, type Endpoint, isRepeatable } from '#core/contract/endpoint.ts';
import { problemDocument } from '#core/contract/problem.ts';
import { basePath, type EndpointName, registryApi } from '#core/contract/registry-api.ts';
import { listWords } from '#core/domain/list-words.ts';

/** How every call answers what goes wrong. */
export const problemResponse = {
  description: 'What went wrong, in words and with a stable code',
  content: { 'application/problem+json': { schema: problemDocument } },
};

/** Generates the OpenAPI document from the routes that are registered after it, and serves it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'PromptForge registry',
        description: 'Stores prompts with all their versions, and serves the words that are live.',
        version: '1',
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A key of a member: `pf_…`' },
        },
      },
    },
    transform: describeRequest,
  });
  app.get(`${basePath}/openapi.json`, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
}

const endpoints: Readonly<Record<string, Endpoint>> = registryApi;

const idempotencyKey = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  description: 'The same key with the same body gets the first answer again, for 24 hours',
};

const ifMatch = {
  type: 'string',
  description: 'The ETag of what is to be replaced; where it is another one by now, nothing is changed (412)',
};

/** Adds the headers that are read apart from the schemas, in the same way for all calls that heed them. */
const describeRequest: typeof jsonSchemaTransform = (route) => {
  const { schema, url } = jsonSchemaTransform(route);
  const endpoint = endpoints[String(schema.operationId)];
  const properties = {
    ...(endpoint && isRepeatable(endpoint) ? { 'Idempotency-Key': idempotencyKey } : {}),
    ...(endpoint?.takesIfMatch ? { 'If-Match': ifMatch } : {}),
  };
  if (Object.keys(properties).length === 0) return { schema, url };
  return { schema: { ...schema, headers: { type: 'object', properties } }, url };
};

/** The schemas of a route, for checking and for the OpenAPI document. */
export function describeEndpoint(name: EndpointName, endpoint: Endpoint): FastifySchema {
  const { params, query, body, response = z.undefined(), status, alsoAs } = endpoint;
  const success = alsoAs
    ? {
        description: 'The answer, in the form that `Accept` prefers',
        content: { 'application/json': { schema: response }, [alsoAs]: { schema: z.string() } },
      }
    : response;
  return {
    operationId: name,
    ...describeAccess(endpoint.access, endpoint.summary),
    tags: [endpoint.path.split('/')[1] ?? ''],
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    response: { [status]: success, '4xx': problemResponse, '5xx': problemResponse },
  };
}

/** Who may call a route, in words and as the document's security requirement. */
export function describeAccess(access: Access, summary: string): Pick<FastifySchema, 'summary' | 'security'> {
  if (access === 'public') return { summary, security: [] };
  const who =
    access === 'member' ? 'Any member' : `Role ${listWords([access].flat(), (role) => `\`${role}\``)}`;
  return { summary: `${summary}. ${who}.`, security: [{ key: [] }] };
}
