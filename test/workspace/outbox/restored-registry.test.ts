import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunningRegistry, startRegistry } from '#main/registry/server.ts';
import { openWorkspace, place, type Workspace } from '#test/support/open-workspace.ts';
import { createCaller, type RegistryCaller } from '#test/support/registry-caller.ts';
import { testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let running: RunningRegistry;
let colleague: RegistryCaller;
let workspace: Workspace;

const params = { name: place.prompt };
const start = (port: number) =>
  startRegistry({
    store: { kind: 'sqlite', folder: join(folder.path, 'store') },
    host: '127.0.0.1',
    port,
    adminKey: testAdminKey,
    log: { info: () => undefined, error: () => undefined },
  });
const open = () =>
  openWorkspace({ dataFolder: join(folder.path, 'app'), address: running.address, key: testAdminKey });
const save = (content: string, baseVersion: number) =>
  colleague.call('saveVersion', { params, body: { content, baseVersion } });
const copy = (from: string, to: string) => {
  rmSync(join(folder.path, to), { recursive: true, force: true });
  cpSync(join(folder.path, from), join(folder.path, to), { recursive: true });
};

beforeEach(async () => {
  folder = makeTemporaryFolder();
  running = await start(0);
  colleague = createCaller(running.address, testAdminKey);
  await colleague.call('createPrompt', { body: { name: place.prompt, content: 'First.' } });
  await running.close();
  copy('store', 'backup');
  running = await start(Number(new URL(running.address).port));
});
afterEach(async () => {
  workspace.outbox.close();
  await running.close();
  folder.remove();
});

/** Saves on top of what is lost, while the registry is being restored. */
async function saveMeanwhile(): Promise<void> {
  const lost = await save('Lost.', 1);
  const { port } = new URL(running.address);
  await running.close();
  workspace = open();
  const { contentHash: baseContentHash } = lost;
  const text = { ...place, content: 'Lost, and mine.', variables: [], note: '' };
  const result = await workspace.outbox.save({ ...text, baseVersion: 2, baseContentHash, onTopOf: null });
  expect(result.kind).toBe('waiting');
  workspace.outbox.close();
  copy('backup', 'store');
  running = await start(Number(port));
}

const obstacle = async () => {
  const [waiting] = await workspace.outbox.list(place.connection);
  return waiting?.obstacle;
};
const latest = async () => {
  const { items } = await colleague.call('listVersions', { params, query: {} });
  return colleague.call('getVersion', { params: { ...params, version: items[0]?.version ?? 0 } });
};

it('does not put a save in the place of another text that has its base’s number', async () => {
  await saveMeanwhile();
  await save('Hers.', 1);
  workspace = open();
  workspace.outbox.send(place.connection);
  await expect.poll(obstacle).toMatchObject({ code: 'version-conflict', theirs: { version: 2 } });
  expect(await latest()).toMatchObject({ version: 2, content: 'Hers.' });
});

it('asks for a merge with the newest text where there is no version of the base’s number', async () => {
  await saveMeanwhile();
  workspace = open();
  workspace.outbox.send(place.connection);
  await expect.poll(obstacle).toMatchObject({ code: 'version-conflict', theirs: { version: 1 } });
  expect(await latest()).toMatchObject({ version: 1, content: 'First.' });
});
