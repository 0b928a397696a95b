import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace, place, type Workspace } from '../support/open-workspace.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '../support/start-registry-behind-proxy.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const size = 4 * 1024 * 1024;
const text = { ...place, variables: [], baseVersion: 1, baseContentHash: null, onTopOf: null };
/** Larger than what fits into the corner of a block that is taken already. */
const long = (what: string) => `${what} ${'words '.repeat(4_000)}`;

let folder: ReturnType<typeof makeTemporaryFolder>;
let disk: SmallDisk;
let registry: RegistryBehindProxy;
let workspace: Workspace;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  disk = mountSmallDisk(folder.path, size);
  registry = await startRegistryBehindProxy();
  await registry.admin.call('createPrompt', { body: { name: place.prompt, content: 'One.' } });
  const { key } = await registry.join('editor');
  workspace = openWorkspace({ dataFolder: disk.path, address: registry.outerAddress, key });
});
afterEach(async () => {
  workspace.outbox.close();
  await registry.remove();
  disk.remove();
  folder.remove();
});

it('overwrites nothing, says so, saves where the registry has room, and recovers by itself', async ({
  skip,
}) => {
  if (!disk.isMounted) skip('A small disk cannot be mounted here: that takes root on Linux.');
  await workspace.drafts.put({ ...text, content: long('Before'), view: null });
  const free = disk.fill();

  const refused = workspace.drafts.put({ ...text, content: long('After, which is longer'), view: null });
  await expect(refused).rejects.toMatchObject({ code: 'draft-not-written' });
  expect(await workspace.drafts.list(place.connection)).toMatchObject([{ content: long('Before') }]);

  const saved = await workspace.outbox.save({ ...text, content: long('Saved'), note: '' });
  expect(saved).toMatchObject({ kind: 'saved', version: { version: 2 } });

  await registry.proxy.refuse();
  const next = { ...text, baseVersion: 2, content: long('Neither here nor there'), note: '' };
  await expect(workspace.outbox.save(next)).rejects.toMatchObject({ code: 'draft-not-written' });
  expect(await workspace.drafts.list(place.connection)).toMatchObject([{ content: long('Before') }]);
  expect(await workspace.outbox.list(place.connection)).toEqual([]);

  free();
  expect(await workspace.outbox.save(next)).toMatchObject({ kind: 'waiting' });
  await registry.proxy.restore();
  workspace.outbox.send(place.connection);
  await expect.poll(() => workspace.outbox.list(place.connection)).toEqual([]);
  const { latest } = await registry.admin.call('getDetails', { params: { name: place.prompt } });
  expect(latest).toBe(3);
  expect(workspace.setAside).toEqual([]);
});
