import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openTestReplica } from '../support/open-test-replica.ts';
import { createRandom } from '../support/random.ts';
import { startTestRegistry, testAdminKey } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';

const { seeds, lives } = testSize({
  short: { seeds: [1], lives: 4 },
  full: { seeds: [1, 2, 3, 4, 5, 6], lives: 20 },
});
const follower = fileURLToPath(new URL('fixtures/follow-replica.ts', import.meta.url));
const prompts = 30;

it.each(seeds)(
  'a replica killed in the middle of taking in events goes on where it was, seed %i',
  async (seed) => {
    const random = createRandom(seed);
    const folder = makeTemporaryFolder();
    const registry = await startTestRegistry();
    const latest = new Map<string, number>();
    let isOver = false;
    const write = async () => {
      while (!isOver) {
        const name = `prompt-${Math.floor(random() * prompts)}`;
        const version = latest.get(name) ?? 0;
        const content = `Text ${version + 1} of ${name}`;
        if (version === 0) await registry.admin.call('createPrompt', { body: { name, content } });
        else
          await registry.admin.call('saveVersion', {
            params: { name },
            body: { content, baseVersion: version },
          });
        latest.set(name, version + 1);
      }
    };
    const writing = write();
    for (let life = 0; life < lives; life += 1) {
      const child = spawn(process.execPath, [follower, folder.path, registry.address, testAdminKey], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      await wait(random() * 250);
      child.kill('SIGKILL');
      await ended;
    }
    isOver = true;
    await writing;

    const { replica, client, setAside } = openTestReplica({
      folder: folder.path,
      address: registry.address,
      key: testAdminKey,
    });
    expect((await replica.begin(client)).kind).not.toBe('other-history');
    const page = await replica.reader.call('listPrompts', { query: { archived: 'any', limit: 200 } });
    const expected = await registry.admin.call('listPrompts', { query: { archived: 'any', limit: 200 } });
    expect(page.items).toEqual(expected.items);
    expect(setAside).toEqual([]);
    await replica.close();
    await registry.remove();
    folder.remove();
  },
  180_000,
);
