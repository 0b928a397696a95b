import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let now = new Date('2026-03-03T14:00:00.000Z');
beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => now });
});
afterAll(() => registry.remove());

it('notes when a key was used last, without a write for each request', async () => {
  const { key, keyId } = await registry.join('viewer');
  const read = () => {
    const store = new DatabaseSync(join(registry.folder, 'registry.sqlite'), { readOnly: true });
    const row = store.prepare('SELECT lastUsedAt FROM keys WHERE id = ?').get(keyId);
    store.close();
    return row?.lastUsedAt;
  };
  await registry.as(key).call('getMe', {});
  now = new Date('2026-03-03T15:00:00.000Z');
  await registry.as(key).call('getMe', {});
  expect(read()).toBeNull();
  await registry.restart();
  expect(read()).toBe('2026-03-03T15:00:00.000Z');
});
