import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRegistryClient, type RegistryClient } from '#main/registry-client/registry-client.ts';
import { changeMany } from '#main/workspace/change-many.ts';
import { startTestRegistry, type TestRegistry } from '#test/support/start-test-registry.ts';

let registry: TestRegistry;
let client: RegistryClient;

beforeAll(async () => {
  registry = await startTestRegistry();
  client = createRegistryClient(registry.address, (await registry.join('editor')).key);
  for (const [name, tags] of [
    ['a', ['old']],
    ['b', ['new']],
    ['c', []],
  ] as const) {
    await registry.admin.call('createPrompt', { body: { name, content: 'Text.', tags: [...tags] } });
  }
});
afterAll(() => registry.remove());

const kinds = async (...input: [string[], Parameters<typeof changeMany>[2]]) =>
  Object.fromEntries((await changeMany(client, ...input)).map(({ name, kind }) => [name, kind]));
const tagsOf = async (name: string) => (await client.call('getDetails', { params: { name } })).tags;

it('adds a tag beside those that are there, and tells whom it was new to', async () => {
  expect(await kinds(['a', 'b', 'c', 'nowhere'], { addTag: 'new' })).toEqual({
    a: 'changed',
    b: 'same',
    c: 'changed',
    nowhere: 'failed',
  });
  expect(await tagsOf('a')).toEqual(['old', 'new']);
  expect(await tagsOf('b')).toEqual(['new']);
});

it('takes a tag away again from those that it was new to', async () => {
  expect(await kinds(['a', 'c'], { removeTag: 'new' })).toEqual({ a: 'changed', c: 'changed' });
  expect(await tagsOf('a')).toEqual(['old']);
  expect(await tagsOf('c')).toEqual([]);
  expect(await tagsOf('b')).toEqual(['new']);
});

it('archives and restores, and says why where the user may not', async () => {
  expect(await kinds(['a', 'b'], { archived: true })).toEqual({ a: 'changed', b: 'changed' });
  expect(await kinds(['a', 'c'], { archived: false })).toEqual({ a: 'changed', c: 'same' });
  const viewer = createRegistryClient(registry.address, (await registry.join('viewer')).key);
  expect(await changeMany(viewer, ['a'], { archived: true })).toMatchObject([
    { name: 'a', kind: 'failed', code: 'forbidden' },
  ]);
});
