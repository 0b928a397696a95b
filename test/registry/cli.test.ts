import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readCommandLine } from '#main/registry/cli-options.ts';
import { findKeyFault } from '#main/registry/keys/make-key.ts';
import { createCaller } from '../support/registry-caller.ts';
import { runRegistryCommand, startRegistryProcess } from '../support/start-registry-process.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

// Whole processes start and end here, and one waits for another's lock.
vi.setConfig({ testTimeout: 60_000 });

const adminKey = 'pf_admin_key_of_the_command_line';
const environment = { PROMPTFORGE_ADMIN_KEY: adminKey };
let folder: ReturnType<typeof makeTemporaryFolder>;
let data: string[];
beforeEach(() => {
  folder = makeTemporaryFolder();
  data = ['--port', '0', '--data', folder.path];
});
afterEach(() => folder.remove());

it('explains itself', async () => {
  const { out, code } = await runRegistryCommand(['--help']);
  expect(code).toBe(0);
  for (const word of [
    '--host',
    '--allowed-host',
    '--port',
    '--data',
    '--allow-private-webhooks',
    'PROMPTFORGE_ADMIN_KEY',
  ])
    expect(out).toContain(word);
});

it('refuses a command line that it does not understand, in a sentence', async () => {
  const { err, code } = await runRegistryCommand(['--colour', 'red']);
  expect(code).toBe(2);
  expect(err).toContain('--colour');
  expect(err).not.toMatch(/\.ts:|node:/);
});

it.each([
  [['--port', 'http'], '“http”'],
  [['--port', '70000'], '“70000”'],
  [['--port', '-1'], '--port'],
  [['--allowed-host', 'https://registry.example.com'], '“https://registry.example.com”'],
  [['--allowed-host', 'registry.example.com:443'], 'without a port'],
  [['--data'], '--data'],
  [['--data', ''], '--data'],
  [['serve'], 'serve'],
])('refuses %j', (args, named) => {
  expect(readCommandLine(args)).toEqual({ kind: 'refused', sentence: expect.stringContaining(named) });
});

it('listens on this machine alone unless it is told otherwise', () => {
  expect(readCommandLine([])).toMatchObject({ kind: 'run', options: { host: '127.0.0.1', port: 7410 } });
});

it('takes several names of a proxy', () => {
  const allowedHosts = ['registry.example.com', '[2001:db8::1]'];
  const args = allowedHosts.flatMap((name) => ['--allowed-host', name]);
  expect(readCommandLine(args)).toMatchObject({ kind: 'run', options: { allowedHosts } });
});

it('makes the first administrator’s key and shows it once', async () => {
  const first = await startRegistryProcess(data);
  const key = first.linesBefore.at(-1) ?? '';
  expect(key).toMatch(/^pf_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
  expect(await createCaller(first.address, key).call('getMe', {})).toMatchObject({ name: 'Administrator' });
  expect(await first.end('SIGTERM')).toBe(0);

  const second = await startRegistryProcess(data);
  expect(second.linesBefore).toEqual([]);
  expect(await createCaller(second.address, key).call('getMe', {})).toMatchObject({ roles: ['admin'] });
  expect(await second.end('SIGINT')).toBe(0);
  for (const file of readdirSync(folder.path)) {
    expect(readFileSync(join(folder.path, file)).includes(key)).toBe(false);
  }
});

it('takes the first administrator’s key from its environment, for an empty store only', async () => {
  const first = await startRegistryProcess(data, environment);
  expect(first.linesBefore).toEqual([]);
  expect((await createCaller(first.address, adminKey).call('getMe', {})).name).toBe('Administrator');
  await first.end('SIGTERM');
  const second = await startRegistryProcess(data, { PROMPTFORGE_ADMIN_KEY: 'pf_another_key_of_somebody' });
  const stranger = createCaller(second.address, 'pf_another_key_of_somebody');
  expect(await stranger.refuse('getMe', {})).toMatchObject({ code: 'unauthenticated' });
  await second.end('SIGTERM');
});

it('lets a new administrator’s key in where it is told to, as an event of its own', async () => {
  await (await startRegistryProcess(data, environment)).end('SIGTERM');
  const key = 'pf_new_key_after_all_were_lost';
  const second = await startRegistryProcess([...data, '--accept-admin-key'], { PROMPTFORGE_ADMIN_KEY: key });
  const caller = createCaller(second.address, key);
  expect(await caller.call('getMe', {})).toMatchObject({ name: 'Administrator', roles: ['admin'] });
  const { items } = await caller.call('listEvents', { query: { type: 'key.created' } });
  expect(items.map(({ actor }) => actor.name)).toEqual(['Registry', 'Registry']);
  await second.end('SIGTERM');
  const third = await startRegistryProcess(data);
  expect((await createCaller(third.address, key).call('getMe', {})).roles).toEqual(['admin']);
  await third.end('SIGTERM');
});

it('refuses a key that is too short, and makes no store of it', async () => {
  const { out, err, code } = await runRegistryCommand(data, { PROMPTFORGE_ADMIN_KEY: 'short' });
  expect(code).toBe(1);
  expect(err).toContain('at least 16 characters');
  expect(out).toBe('');
  expect(readdirSync(folder.path)).toEqual([]);
});

it.each(['123456789012345', 'with spaces in it, and long', 'ümläute-sind-nicht-ascii', `${'x'.repeat(513)}`])(
  'refuses the key “%s”',
  (key) => {
    expect(findKeyFault(key)).toMatch(/^The administrator’s key/);
    expect(findKeyFault('1234567890123456')).toBeNull();
  },
);

it('says that a port is in use', async () => {
  const first = await startRegistryProcess(data, environment);
  const other = makeTemporaryFolder();
  const { port } = new URL(first.address);
  const { err, code } = await runRegistryCommand(['--port', port, '--data', other.path], environment);
  expect(code).toBe(1);
  expect(err).toContain(`Port ${port} on 127.0.0.1 is in use.`);
  await first.end('SIGTERM');
  other.remove();
});

it('leaves a folder alone that another registry is using', async () => {
  const first = await startRegistryProcess(data, environment);
  const caller = createCaller(first.address, adminKey);
  await caller.call('createPrompt', { body: { name: 'a', content: 'x' } });
  const { err, code } = await runRegistryCommand(data, environment);
  expect(code).toBe(1);
  expect(err).toContain('Another registry is using the folder');
  await caller.call('saveVersion', { params: { name: 'a' }, body: { content: 'y', baseVersion: 1 } });
  await first.end('SIGKILL');
  const second = await startRegistryProcess(data, environment);
  const { latest } = await createCaller(second.address, adminKey).call('getDetails', {
    params: { name: 'a' },
  });
  expect(latest).toBe(2);
  await second.end('SIGTERM');
});
