import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Replica } from '#main/workspace/replica/replica.ts';
import { openTestReplica } from '../support/open-test-replica.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const size = 4 * 1024 * 1024;

let folder: ReturnType<typeof makeTemporaryFolder>;
let registry: TestRegistry;
let disk = '';
let isMounted = false;
let replica: Replica | null = null;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  disk = join(folder.path, 'disk');
  mkdirSync(disk);
  isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0;
  registry = await startTestRegistry();
});
afterEach(async () => {
  await replica?.close();
  await registry.remove();
  if (isMounted) spawnSync('umount', [disk]);
  folder.remove();
});

/** Leaves nothing of the disk free. @returns how to free it again */
function fill(): () => void {
  const file = join(disk, 'something-else');
  for (let chunk = size; chunk >= 4_096; chunk /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(chunk), { flag: 'a' });
    } catch {
      // The next smaller piece may fit.
    }
  }
  return () => rmSync(file);
}

it('a full disk keeps nobody from reading what is new, is said once, and is made up for', async ({
  skip,
}) => {
  if (!isMounted) skip('A small disk cannot be mounted here: that takes root on Linux.');
  const { admin } = registry;
  for (let index = 0; index < 20; index += 1) {
    await admin.call('createPrompt', { body: { name: `prompt-${index}`, content: `Text ${index}.` } });
  }
  const {
    replica: opened,
    client,
    full,
  } = openTestReplica({
    folder: disk,
    address: registry.address,
    key: testAdminKey,
  });
  replica = opened;
  const list = async () => (await opened.reader.call('listPrompts', { query: { limit: 200 } })).items;
  const read = (version: number) =>
    opened.reader.call('getVersion', { params: { name: 'prompt-0', version } });
  await opened.begin(client);
  await expect.poll(() => opened.usage().prompts).toBe(20);

  const free = fill();
  const content = 'words '.repeat(20_000);
  let version = 1;
  for (; full() === 0 && version < 50; version += 1) {
    const saved = await admin.call('saveVersion', {
      params: { name: 'prompt-0' },
      body: { content: `${content}${version}`, baseVersion: version },
    });
    const { items } = await admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
    const [event] = items;
    if (!event) throw new Error('There is no event.');
    await opened.append(client, event);
    expect((await read(saved.version)).content).toBe(`${content}${version}`);
    expect((await list()).find(({ name }) => name === 'prompt-0')?.latest).toBe(saved.version);
  }
  expect(full()).toBe(1);
  expect(opened.usage().isFull).toBe(true);

  free();
  await opened.begin(client);
  expect((await list()).find(({ name }) => name === 'prompt-0')?.latest).toBe(version);
  await read(version);
  expect(opened.usage().isFull).toBe(false);
}, 120_000);
