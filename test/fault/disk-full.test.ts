import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { type FaultRegistry, startFaultRegistry } from './start-fault-registry.ts';

const size = 24 * 1024 * 1024;

let folder: ReturnType<typeof makeTemporaryFolder>;
let disk: SmallDisk;
beforeEach(() => {
  folder = makeTemporaryFolder();
  disk = mountSmallDisk(folder.path, size);
});
afterEach(() => {
  disk.remove();
  folder.remove();
});

const name = 'filling';
const params = { name };
const text = (version: number) => `${version} ${'words '.repeat(2_000)}`;

async function saveUntilRefused({ admin }: FaultRegistry, acknowledged: Map<number, string>) {
  for (let version = (await admin.call('getDetails', { params })).latest + 1; ; version += 1) {
    const body = { content: text(version), baseVersion: version - 1 };
    const response = await admin.send('POST', `/prompts/${name}/versions`, { body });
    const answer = await response.text();
    if (response.status !== 201) return { status: response.status, answer };
    acknowledged.set(version, body.content);
  }
}

async function expectAllThere({ admin }: FaultRegistry, acknowledged: ReadonlyMap<number, string>) {
  for (const [version, content] of acknowledged) {
    expect((await admin.call('getVersion', { params: { name, version } })).content).toBe(content);
  }
  expect((await admin.call('getDetails', { params })).latest).toBe(1 + acknowledged.size);
  expect(await admin.call('verifyEvents', {})).toMatchObject({ valid: true });
}

it('acknowledges nothing that a full disk did not take, goes on reading, and recovers by itself', async ({
  skip,
}) => {
  if (!disk.isMounted) skip('A small disk cannot be mounted here: that takes root on Linux.');
  let registry = await startFaultRegistry(join(disk.path, 'store'));
  await registry.admin.call('createPrompt', { body: { name, content: text(1) } });
  const acknowledged = new Map<number, string>();
  for (let round = 0; round < 3; round += 1) {
    const free = disk.fill();
    const { status, answer } = await saveUntilRefused(registry, acknowledged);
    expect({ status, code: JSON.parse(answer).code }).toEqual({ status: 507, code: 'store-full' });
    expect(answer).not.toMatch(/sqlite|SQL|\.ts/);
    await expectAllThere(registry, acknowledged);
    expect((await registry.admin.send('GET', `/prompts/${name}?_version=latest`)).status).toBe(200);
    if (round === 1) {
      await registry.end('SIGKILL');
      free();
      registry = await startFaultRegistry(join(disk.path, 'store'));
    } else {
      free();
    }
    const version = acknowledged.size + 2;
    const body = { content: text(version), baseVersion: version - 1 };
    await registry.admin.call('saveVersion', { params, body });
    acknowledged.set(version, body.content);
    await expectAllThere(registry, acknowledged);
  }
  expect(await registry.end('SIGTERM')).toBe(0);
}, 120_000);
