import { statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestReplica, type TestReplica } from '#test/support/open-test-replica.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '#test/support/start-registry-behind-proxy.ts';
import { testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let server: RegistryBehindProxy;
let team: TestReplica;
const openTeam = (key = testAdminKey, budget?: number) =>
  openTestReplica({
    folder: folder.path,
    address: server.outerAddress,
    key,
    ...(budget === undefined ? {} : { budget }),
  });
beforeEach(async () => {
  folder = makeTemporaryFolder();
  server = await startRegistryBehindProxy();
  for (const name of ['a', 'b', 'legal/refund']) {
    await server.admin.call('createPrompt', { body: { name, content: `The text of ${name}.` } });
  }
  team = openTeam();
});
afterEach(async () => {
  await team.replica.close();
  await server.remove();
  folder.remove();
});

const list = async () => (await team.replica.reader.call('listPrompts', { query: { limit: 200 } })).items;
const details = (name: string) => team.replica.reader.call('getDetails', { params: { name } });
const versions = async (name: string) =>
  (await team.replica.reader.call('listVersions', { params: { name }, query: { limit: 200 } })).items;
const save = (name: string, content: string, baseVersion: number) =>
  server.admin.call('saveVersion', { params: { name }, body: { content, baseVersion } });

/** Begins, and waits until the library was read. */
async function fill() {
  await team.replica.begin(team.client);
  const askedFor = async () => {
    await list();
    return team.calls.splice(0);
  };
  await expect.poll(askedFor).toEqual([]);
}

/** Hands over the events that the stream would bring. */
async function catchUp() {
  const { items } = await server.admin.call('listEvents', {
    query: { after: team.replica.lastEvent() ?? 0, limit: 200 },
  });
  for (const event of items) await team.replica.append(team.client, event);
}

test('what was read once is answered without asking the registry again', async () => {
  await fill();
  expect((await list()).map(({ name }) => name)).toEqual(['a', 'b', 'legal/refund']);
  const first = await versions('a');
  const text = await team.replica.reader.call('getVersion', { params: { name: 'a', version: 1 } });
  team.calls.length = 0;

  expect(await versions('a')).toEqual(first);
  expect(await team.replica.reader.call('getVersion', { params: { name: 'a', version: 1 } })).toEqual(text);
  expect(await details('a')).toMatchObject({ name: 'a', latest: 1 });
  expect(team.calls).toEqual([]);
});

test('a change is read as soon as its event is there, and is in the list then', async () => {
  await fill();
  await versions('a');
  await save('a', 'Second.', 1);
  expect(await details('a')).toMatchObject({ latest: 1 });

  await catchUp();

  expect(await details('a')).toMatchObject({ latest: 2 });
  expect((await versions('a')).map(({ version }) => version)).toEqual([2, 1]);
  await save('b', 'Second.', 1);
  await catchUp();
  expect((await list()).map(({ latest }) => latest)).toEqual([2, 2, 1]);
});

test('whoever writes reads their own write at once, before any event', async () => {
  await fill();
  await versions('a');
  const writer = team.replica.writer(team.client);
  const saved = await writer.call('saveVersion', {
    params: { name: 'a' },
    body: { content: 'Mine.', baseVersion: 1 },
  });

  expect(await details('a')).toMatchObject({ latest: 2 });
  expect((await versions('a'))[0]).toMatchObject({ version: 2 });
  team.calls.length = 0;
  expect(await team.replica.reader.call('getVersion', { params: { name: 'a', version: 2 } })).toEqual(saved);
  expect(team.calls).toEqual([]);

  await writer.call('createPrompt', { body: { name: 'c', content: 'New.' } });
  expect((await list()).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'legal/refund']);
});

test('without a registry everything that was seen can be read, also after a restart', async () => {
  await save('a', 'Second.', 1);
  await fill();
  await versions('a');
  await team.replica.reader.call('getVersion', { params: { name: 'a', version: 1 } });
  const promotions = await team.replica.reader.listAll('listPromotions', { query: {} });
  const inputs = await team.replica.reader.call('getTestInputs', { params: { name: 'a' } });
  team.setOnline(false);
  await server.proxy.refuse();
  await team.reopen();

  expect(await list()).toHaveLength(3);
  expect((await versions('a')).map(({ version }) => version)).toEqual([2, 1]);
  expect(await team.replica.reader.call('getVersion', { params: { name: 'a', version: 1 } })).toMatchObject({
    content: 'The text of a.',
  });
  expect(await team.replica.reader.listAll('listPromotions', { query: {} })).toEqual(promotions);
  expect(await team.replica.reader.call('getTestInputs', { params: { name: 'a' } })).toEqual(inputs);
  await expect(versions('b')).rejects.toMatchObject({ code: 'registry-unreachable' });
});

test('a registry that does not answer although it is said to be there is answered for by the replica', async () => {
  await fill();
  await save('a', 'Second.', 1);
  await catchUp();
  server.proxy.hold();

  expect(await details('b')).toMatchObject({ latest: 1 });
  expect(await details('a')).toMatchObject({ name: 'a' });
  expect(await list()).toHaveLength(3);
});

test('a key that was revoked reads what was seen with it', async () => {
  const viewer = await server.join('viewer');
  await team.replica.close();
  team = openTeam(viewer.key);
  await fill();
  await server.admin.call('revokeKey', { params: { id: viewer.keyId } });

  expect(await list()).toHaveLength(3);
  expect(await team.replica.reader.listAll('listPromotions', { query: {} }).catch(({ code }) => code)).toBe(
    'unauthenticated',
  );
});

test('other answers are true until something changes that they are about', async () => {
  await fill();
  const inputs = (name: string) => team.replica.reader.call('getTestInputs', { params: { name } });
  const policy = () => team.replica.reader.call('getPolicy', {});
  await inputs('a');
  await policy();
  team.calls.length = 0;
  await inputs('a');
  await policy();
  expect(team.calls).toEqual([]);

  await server.admin.call('setTestInputs', {
    params: { name: 'b' },
    body: [{ title: 'German', variables: {}, checks: [] }],
  });
  await catchUp();
  await inputs('a');
  expect(team.calls.filter((name) => name === 'getTestInputs')).toEqual([]);

  await server.admin.call('setTestInputs', {
    params: { name: 'a' },
    body: [{ title: 'French', variables: {}, checks: [] }],
  });
  await catchUp();
  expect(await inputs('a')).toMatchObject([{ title: 'French' }]);
});

test('a member who is called otherwise is called so in the library', async () => {
  const ines = await server.join('editor');
  await ines.call('saveVersion', { params: { name: 'a' }, body: { content: 'By Ines.', baseVersion: 1 } });
  await fill();
  await server.admin.call('updateMember', { params: { id: ines.id }, body: { name: 'Ines' } });
  await catchUp();
  expect((await list())[0]?.latestBy).toEqual({ id: ines.id, name: 'Ines' });
});

test('versions are read page by page, from the replica or from the registry alike', async () => {
  for (let version = 1; version < 250; version += 1) await save('a', `Text ${version}.`, version);
  await fill();
  const readAll = async () => {
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 200, cursor };
      const page = await team.replica.reader.call('listVersions', { params: { name: 'a' }, query });
      numbers.push(...page.items.map(({ version }) => version));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return numbers;
  };
  const all = Array.from({ length: 250 }, (_, index) => 250 - index);
  expect(await readAll()).toEqual(all);
  team.calls.length = 0;
  expect(await readAll()).toEqual(all);
  expect(team.calls).toEqual([]);
});

test('texts are fetched ahead until the budget is used up', async () => {
  await team.replica.close();
  team = openTeam(testAdminKey, 1e6);
  await team.replica.begin(team.client);
  await expect.poll(() => team.replica.usage()).toMatchObject({ prompts: 3, withText: 3, isFilling: false });
  await save('a', 'Second.', 1);
  await catchUp();
  await expect.poll(() => team.calls.filter((name) => name === 'getVersion')).toHaveLength(4);
  await expect.poll(() => team.replica.usage()).toMatchObject({ prompts: 3, withText: 3, isFilling: false });
  team.setOnline(false);
  team.calls.length = 0;
  expect(await team.replica.reader.call('getVersion', { params: { name: 'a', version: 2 } })).toMatchObject({
    content: 'Second.',
  });
  expect(team.calls).toEqual([]);

  await team.replica.close(true);
  team = openTeam(testAdminKey, 1);
  await team.replica.begin(team.client);
  await expect.poll(() => team.replica.usage().prompts).toBe(3);
  await expect.poll(() => team.replica.usage().isFilling).toBe(false);
  expect(team.replica.usage().withText).toBe(0);
});

test('a damaged file is set aside, named, and made again', async () => {
  await fill();
  await team.replica.close();
  writeFileSync(team.path, Buffer.alloc(20_000, 'no database '));
  await team.reopen();

  await fill();

  expect(team.setAside).toHaveLength(1);
  expect(team.setAside[0]).toMatch(/team\.sqlite.*was damaged.*set aside as .*team\.damaged-.*\.sqlite/);
  expect(await list()).toHaveLength(3);
});

test('the file can be read by this user alone', async () => {
  await fill();
  expect(statSync(team.path).mode & 0o777).toBe(0o600);
  expect(statSync(`${team.path}-wal`).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(team.path)).mode & 0o777).toBe(0o700);
});
