import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { createApp } from '#main/app.ts';
import { startRegistry } from '#main/registry/server.ts';
import { testAdminKey } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { makeKept, makeTestPorts } from '#test/support/test-ports.ts';

const log = { info: () => undefined, error: () => undefined };

test('a registry that was replaced while nobody looked is told of once, to whoever asks first', async () => {
  const folder = makeTemporaryFolder();
  const startTeam = (store: string, port: number) =>
    startRegistry({
      store: { kind: 'sqlite', folder: join(folder.path, store) },
      host: '127.0.0.1',
      port,
      adminKey: testAdminKey,
      log,
    });
  const kept = makeKept();
  const open = async () => {
    const app = await createApp(makeTestPorts(join(folder.path, 'app'), kept));
    const ask = async <Value>(method: string, input?: unknown) => {
      const result = await app.handle(method, input);
      if (!result.ok) throw new Error(result.error.detail);
      return result.value as Value;
    };
    return { close: () => app.close(), ask, takeReplaced: () => ask<string[]>('replicas.takeReplaced') };
  };

  let registry = await startTeam('first', 0);
  const { address } = registry;
  const before = await open();
  const { id } = await before.ask<Connection>('connections.add', {
    name: 'Team',
    address,
    key: testAdminKey,
  });
  await expect
    .poll(
      async () => (await before.ask<Connection[]>('connections.list')).find((one) => one.id === id)?.status,
    )
    .toBe('online');
  expect(await before.takeReplaced()).toEqual([]);
  await before.close();
  await registry.close();

  registry = await startTeam('another', Number(new URL(address).port));
  // Nobody listens to its events.
  const after = await open();
  await expect.poll(after.takeReplaced).toEqual([id]);
  expect(await after.takeReplaced()).toEqual([]);
  await after.close();
  await registry.close();
  folder.remove();
});
