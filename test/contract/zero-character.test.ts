import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Endpoint } from '#core/contract/endpoint.ts';
import { registryApi } from '#core/contract/registry-api.ts';
import { readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

/** U+0000, which one engine could store and the other could not: it must never get that far. */

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

const endpoints = Object.entries<Endpoint>(registryApi);
const withParams = endpoints.filter(([, { params }]) => params !== undefined);
const withFilters = endpoints.flatMap(([name, { method, path, query }]) =>
  Object.keys((query as z.ZodObject | undefined)?.shape ?? {}).map((field) => ({
    name,
    method,
    path,
    field,
  })),
);

it.each(withParams)('is refused in the path of %s', async (_, { method, path }) => {
  const address = path.replace(/:\w+/g, 'a%00b');
  const problem = await readProblem(await registry.admin.send(method, address));
  expect([400, 404]).toContain(problem.status);
});

it.each(withFilters)('is refused as $field of $name', async ({ method, path, field }) => {
  const address = `${path.replace(/:\w+/g, 'a')}?${field}=a%00b`;
  const problem = await readProblem(await registry.admin.send(method, address));
  expect([400, 404]).toContain(problem.status);
});

it('is refused in a cursor, and so is a number that is too large', async () => {
  const encode = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
  const name = encode({ sort: 'name', updatedAt: '', name: 'a\0b' });
  const answers = await Promise.all([
    registry.admin.send('GET', `/prompts?cursor=${name}`),
    registry.admin.send('GET', `/members?cursor=${encode(2 ** 40)}`),
    registry.admin.send('GET', `/events?cursor=${encode(2 ** 40)}`),
    registry.admin.send('GET', `/events?after=${2 ** 40}`),
  ]);
  for (const answer of answers) expect([200, 400]).toContain(answer.status);
});
