import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Endpoint } from '#core/contract/endpoint.ts';
import { registryApi } from '#core/contract/registry-api.ts';
import { keepFirstAnswer, removeExpiredAnswers } from '#main/registry/idempotency/repository.ts';
import { startTestRegistry } from '../support/start-test-registry.ts';

it('keeps no secret on the disk', async () => {
  const registry = await startTestRegistry();
  const { admin } = registry;
  const { id } = await admin.call('createMember', { body: { name: 'A', roles: ['viewer'] } });
  const response = await admin.send('POST', `/members/${id}/keys`, {
    body: { name: 'k' },
    headers: { 'idempotency-key': 'one' },
  });
  const { secret } = (await response.json()) as { secret: string };
  await registry.restart();
  for (const file of ['registry.sqlite', 'registry.sqlite-wal']) {
    expect(readFileSync(join(registry.folder, file)).includes(secret.slice(12))).toBe(false);
  }
  await registry.remove();
});

it('is told of every field that is shown once', () => {
  const endpoints: readonly Endpoint[] = Object.values(registryApi);
  for (const { path, method, response, showsOnce } of endpoints) {
    const shape = response && 'shape' in response ? (response.shape as object) : {};
    const shown = 'secret' in shape ? 'secret' : undefined;
    expect({ path, method, showsOnce }).toEqual({ path, method, showsOnce: shown });
  }
});

it('removes what has expired, some at a time', async () => {
  const registry = await startTestRegistry();
  const { database } = registry.running().services;
  const keep = (id: string, expiresAt: string) =>
    database.write(({ queries }) =>
      keepFirstAnswer(queries, { id, fingerprint: '', answer: '1', expiresAt }),
    );
  for (const id of ['a', 'b', 'c']) await keep(id, '2026-01-01T00:00:00.000Z');
  await keep('d', '2026-01-03T00:00:00.000Z');
  const remove = () =>
    database.write(({ queries }) => removeExpiredAnswers(queries, '2026-01-02T00:00:00.000Z', 2));
  expect([await remove(), await remove(), await remove()]).toEqual([2, 1, 0]);
  const left = await database.read.selectFrom('firstAnswers').select('id').execute();
  expect(left).toEqual([{ id: 'd' }]);
  await registry.remove();
});
