import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import { Problem } from '#core/contract/problem.ts';
import { createEventFeed } from '#main/registry/events/event-feed.ts';
import { registerEventStream } from '#main/registry/events/stream-routes.ts';
import type { Caller } from '#main/registry/keys/authenticate.ts';

const caller: Caller = {
  member: { id: 'm', name: 'Vera', email: null, roles: ['viewer'] },
  keyId: 'k',
  expiresAt: null,
};

it('ends a stream whose key was revoked after it was checked and before the stream listened', async () => {
  let isRevoked = false;
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerEventStream(app, {
    events: {
      findHeadSeq: async () => {
        isRevoked = true;
        return 0;
      },
      listAfter: async () => [],
    } as never,
    feed: createEventFeed(),
    authenticator: {
      authenticate: async () => {
        if (isRevoked) throw new Problem('unauthenticated', 'This key was revoked.');
        return caller;
      },
      recognise: () => null,
      hasExpired: () => false,
    },
    log: { info: () => {}, error: () => {} } as never,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(`${address}/api/v1/events/stream`);
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(/^: /);
  await app.close();
});
