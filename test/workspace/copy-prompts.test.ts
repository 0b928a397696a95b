import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { openExportedFile } from '#main/workspace/exported-file.ts';
import { openExport } from '#main/workspace/running-export.ts';
import { listCopyScopes } from '#renderer/features/import/copy-scopes.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '#test/support/start-test-registry.ts';

let source: TestRegistry;
let target: TestRegistry;

beforeAll(async () => {
  source = await startTestRegistry();
  for (const name of ['greeting', 'legal/notice']) {
    await source.admin.call('createPrompt', { body: { name, title: `My ${name}`, content: 'First.' } });
    const body = { content: 'Second.', baseVersion: 1 };
    await source.admin.call('saveVersion', { params: { name }, body });
  }
});
beforeEach(async () => {
  await target?.remove();
  target = await startTestRegistry();
});
afterAll(async () => {
  await source.remove();
  await target.remove();
});

/** Copies prompts; answers what was said of each before. */
async function copy(names: string[], onlyLatest: boolean) {
  const running = await openExport(createRegistryClient(source.address, testAdminKey), names);
  const file = await openExportedFile(join(target.folder, 'copying'));
  for (let isEnd = false; !isEnd; ) {
    const part = await running.read();
    await file.append(part.text);
    isEnd = part.isEnd;
  }
  const client = createRegistryClient(target.address, testAdminKey);
  await file.beginPlan(client, { textsOnly: true, onlyLatest });
  const { rows } = await file.planNext();
  file.beginApplying(names);
  const { outcomes } = await file.applyNext();
  expect(outcomes.filter((outcome) => 'reason' in outcome)).toEqual([]);
  await file.close();
  return rows.map(({ name, sentence }) => `${name}: ${sentence}`);
}

const textsOf = async (name: string) => {
  const { items } = await target.admin.call('listVersions', { params: { name }, query: {} });
  const texts = items.map(({ version }) =>
    target.admin.call('getVersion', { params: { name, version } }).then(({ content }) => content),
  );
  return (await Promise.all(texts)).reverse();
};

test('with the history, every version arrives, and the same again changes nothing', async () => {
  expect(await copy(['greeting'], false)).toEqual(['greeting: new; versions 1 to 2']);
  expect(await textsOf('greeting')).toEqual(['First.', 'Second.']);
  expect((await target.admin.call('listPrompts', { query: {} })).items).toHaveLength(1);
  expect(await copy(['greeting'], false)).toEqual(['greeting: nothing to do']);
});

test('without the history, a new prompt has the latest text alone', async () => {
  expect(await copy(['greeting', 'legal/notice'], true)).toEqual([
    'greeting: new; version 1',
    'legal/notice: new; version 1',
  ]);
  expect(await textsOf('greeting')).toEqual(['Second.']);
});

test('without the history, another text of the same name gets a next version, with its own title', async () => {
  const body = { name: 'greeting', title: 'Theirs', content: 'Quite another one.' };
  await target.admin.call('createPrompt', { body });
  expect(await copy(['greeting'], false)).toEqual([
    'greeting: left as it is: its version 1 has another text here',
  ]);
  expect(await copy(['greeting'], true)).toEqual(['greeting: version 2']);
  expect(await textsOf('greeting')).toEqual(['Quite another one.', 'Second.']);
  const { title } = await target.admin.call('getDetails', { params: { name: 'greeting' } });
  expect(title).toBe('Theirs');
  expect(await copy(['greeting'], true)).toEqual(['greeting: nothing to do']);
});

test('what can be copied together: the open prompt, its folders, every other folder, all', async () => {
  const { items } = await source.admin.call('listPrompts', { query: {} });
  expect(listCopyScopes(items, 'legal/notice').map(({ label, names }) => [label, names])).toEqual([
    ['My legal/notice', ['legal/notice']],
    ['All in legal: 1 prompt', ['legal/notice']],
    ['All: 2 prompts', ['greeting', 'legal/notice']],
  ]);
  expect(listCopyScopes([], null)).toEqual([]);
});
