import { expect, test } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge.ts';
import type { AppPorts } from '#main/ports.ts';
import { createSandboxConnection } from '#main/workspace/sandbox-connection.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

test('a sandbox that cannot be started is started again, and said to have stopped once the app gives up', async () => {
  const folder = makeTemporaryFolder();
  const secrets = new Map<string, string>();
  let starts = 0;
  const ports: AppPorts = {
    dataFolder: folder.path,
    version: '0.0.0',
    capabilities: { secretStorage: 'file', hasMenu: false, canZoom: false },
    settings: { store: {}, set: () => undefined },
    secrets: {
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
    },
    startSandbox: async () => {
      starts += 1;
      throw new Error('No room on the disk.');
    },
    openLink: async () => undefined,
    setMenu: () => undefined,
    log: { info: () => undefined, error: () => undefined },
    setAside: [],
  };
  const statuses: string[] = [];
  const note = (event: BridgeEvent) =>
    void (event.name === 'connectionChanged' && statuses.push(event.payload.status));

  const connection = createSandboxConnection(ports, note);

  await expect(connection.open()).rejects.toThrow('The sandbox registry is not running.');
  await expect.poll(() => connection.current.status).toBe('stopped');
  expect(statuses).toEqual(['offline', 'offline', 'offline', 'offline', 'offline', 'stopped']);
  expect(starts).toBe(5);
  await connection.close();
  folder.remove();
});
