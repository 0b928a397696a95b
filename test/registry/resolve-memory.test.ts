import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry({ defaultPolicy: sandboxPolicy });
});
afterAll(() => registry.remove());

it('needs no store where it was asked before', async () => {
  const { admin } = registry;
  const params = { name: 'warm' };
  await admin.call('createPrompt', { body: { ...params, content: 'Hello {{name}}' } });
  const { id } = await admin.call('requestPromotion', { params, body: { version: 1, expectedStable: null } });
  await admin.call('applyPromotion', { params: { id } });
  const body = { variables: { name: 'Ada' } };
  const before = await admin.call('resolvePrompt', { params, body });

  const store = new DatabaseSync(join(registry.folder, 'registry.sqlite'));
  const rename = (suffix: string, back: string) => {
    for (const table of ['prompts', 'versions', 'keys'])
      store.exec(`ALTER TABLE ${table}${back} RENAME TO ${table}${suffix}`);
  };
  rename('Away', '');
  expect(await admin.refuse('getVersion', { params: { ...params, version: 1 } })).toMatchObject({
    status: 500,
  });
  expect(await admin.call('resolvePrompt', { params, body })).toEqual(before);
  rename('', 'Away');
  store.close();
});
