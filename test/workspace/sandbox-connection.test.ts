import { expect, test } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { createSandboxConnection } from '#main/workspace/sandbox-connection.ts';
import { createScreenWatcher } from '#test/support/screen-watcher.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { makeTestPorts } from '#test/support/test-ports.ts';

test('a sandbox that cannot be started is started again, and said to have stopped once the app gives up, until somebody asks again', async () => {
  const folder = makeTemporaryFolder();
  let starts = 0;
  const ports = makeTestPorts(folder.path, {
    startSandbox: async () => {
      starts += 1;
      throw new Error('No room on the disk.');
    },
  });
  const statuses: string[] = [];
  const note = (event: BridgeEvent) =>
    void (event.name === 'connectionChanged' && statuses.push(event.payload.status));

  const connection = createSandboxConnection(ports, createScreenWatcher(note), note);

  await expect(connection.open()).rejects.toThrow('The sandbox registry is not running.');
  await expect.poll(() => connection.current.status).toBe('stopped');
  expect(statuses).toEqual(['offline', 'offline', 'offline', 'offline', 'offline', 'stopped']);
  expect(starts).toBe(5);

  connection.reconnect();
  expect(connection.current.status).toBe('connecting');
  await expect(connection.open()).rejects.toThrow('The sandbox registry is not running.');
  await expect.poll(() => connection.current.status).toBe('stopped');
  expect(starts).toBe(10);
  await connection.close();
  folder.remove();
});
