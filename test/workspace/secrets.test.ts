import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { expect, test, vi } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { createApp } from '#main/app.ts';
import { createSecretFile } from '#main/secret-file.ts';
import { startTestRegistry } from '#test/support/start-test-registry.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { makeTestPorts } from '#test/support/test-ports.ts';

test('the key of a registry is in the file of the secrets and nowhere else, whatever happens to it', async () => {
  const registry = await startTestRegistry();
  const { key, keyId } = await registry.join('editor');
  const folder = makeTemporaryFolder();
  const told: unknown[] = [];
  const note = (...entry: unknown[]) => void told.push(entry);
  const asItIs = async (secret: string) => secret;
  const file = join(folder.path, 'secrets.json');
  const app = await createApp(
    makeTestPorts(folder.path, {
      settings: new Conf({ cwd: folder.path, configName: 'config' }),
      secrets: createSecretFile(file, { seal: asItIs, open: asItIs }, () => undefined),
      log: { info: note, error: note },
    }),
  );
  const events: BridgeEvent[] = [];
  app.subscribe((event) => events.push(event));
  const call = async (method: string, input?: unknown) => {
    const result = await app.handle(method, input);
    told.push(result);
    return result;
  };

  const { address } = registry;
  await call('connections.check', { address, key });
  const added = await call('connections.add', { name: 'Team', address, key });
  const connection = added.ok ? (added.value as Connection).id : '';
  const isStatus = (status: Connection['status']) =>
    events.some(({ name, payload }) => name === 'connectionChanged' && payload.status === status);
  await vi.waitFor(() => expect(isStatus('online')).toBe(true), 15_000);
  await call('prompts.create', { connection, name: 'greeting', content: 'Hello.' });
  // What is not understood is refused without being repeated.
  await call('connections.add', { name: '', address, key });
  await call('connections.update', { connection, key, nonsense: true });
  await registry.admin.call('revokeKey', { params: { id: keyId } });
  await vi.waitFor(() => expect(isStatus('refused')).toBe(true), 15_000);
  await call('prompts.create', { connection, name: 'again', content: 'Hello.' });
  await call('connections.list');
  await call('settings.get');

  expect(readFileSync(file, 'utf8')).toContain(key);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.stringify([told, events])).not.toContain(key);
  await app.close();
  const elsewhere = listFiles(folder.path).filter((path) => path !== file);
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(elsewhere.filter((path) => readFileSync(path).includes(key))).toEqual([]);

  await registry.remove();
  folder.remove();
});

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
