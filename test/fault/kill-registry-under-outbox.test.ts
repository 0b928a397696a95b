import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace, place } from '../support/open-workspace.ts';
import { createRandom } from '../support/random.ts';
import { createCaller } from '../support/registry-caller.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';
import { faultKey } from './start-fault-registry.ts';

const kills = testSize({ short: 3, full: 40 });

let store: ReturnType<typeof makeTemporaryFolder>;
let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  store = makeTemporaryFolder();
  folder = makeTemporaryFolder();
});
afterEach(() => {
  store.remove();
  folder.remove();
});

const start = (port: string) =>
  startRegistryProcess(['--port', port, '--data', store.path], { PROMPTFORGE_ADMIN_KEY: faultKey });

it(
  'makes one version of each save, in their order, wherever registry and app die in between',
  async () => {
    const random = createRandom(7);
    let registry = await start('0');
    const { address } = registry;
    const { port } = new URL(address);
    const admin = createCaller(address, faultKey);
    await admin.call('createPrompt', { body: { name: place.prompt, content: '0.' } });
    const open = () => openWorkspace({ dataFolder: folder.path, address, key: faultKey });
    let workspace = open();
    const texts = ['0.'];
    let standing: { baseVersion: number; onTopOf: string | null } = { baseVersion: 1, onTopOf: null };
    for (let kill = 0; kill < kills; kill += 1) {
      let isOver = false;
      const saving = (async () => {
        while (!isOver) {
          const content = `${texts.at(-1)} ${texts.length}.`;
          const result = await workspace.outbox.save({
            ...place,
            content,
            variables: [],
            note: '',
            baseContentHash: null,
            ...standing,
          });
          if (result.kind === 'conflict') throw new Error('Nobody else saves here.');
          texts.push(content);
          standing =
            result.kind === 'saved'
              ? { baseVersion: result.version.version, onTopOf: null }
              : { ...standing, onTopOf: result.save.id };
        }
      })();
      await delay(30 + random() * 200);
      await registry.end('SIGKILL');
      await delay(random() * 100);
      isOver = true;
      await saving;
      // The app dies too: what it knows from now on is what is on the disk.
      workspace.outbox.close();
      workspace = open();
      registry = await start(port);
      workspace.outbox.send(place.connection);
      await expect.poll(() => workspace.outbox.list(place.connection)).toEqual([]);
      standing = { baseVersion: texts.length, onTopOf: null };
      expect((await admin.call('getDetails', { params: { name: place.prompt } })).latest).toBe(texts.length);
    }
    for (const [index, content] of texts.entries()) {
      const params = { name: place.prompt, version: index + 1 };
      expect((await admin.call('getVersion', { params })).content).toBe(content);
    }
    expect(await admin.call('verifyEvents', {})).toMatchObject({ valid: true });
    workspace.outbox.close();
    expect(await registry.end('SIGTERM')).toBe(0);
  },
  testSize({ short: 120_000, full: 600_000 }),
);
