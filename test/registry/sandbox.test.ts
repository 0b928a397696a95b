import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { samplePrompts } from '#main/registry/samples/sample-prompts.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { createCaller } from '../support/registry-caller.ts';
import { startTestRegistry } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

// Whole processes start and end here, and one waits for another's lock.
vi.setConfig({ testTimeout: 60_000 });

const entry = fileURLToPath(new URL('../../main/registry/sandbox.ts', import.meta.url));
const adminKey = 'pf_key_of_the_app_itself';

type Message = { type: 'ready'; address: string } | { type: 'failed'; message: string };
let folder: ReturnType<typeof makeTemporaryFolder>;
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  folder.remove();
});

const environmentFor = (port: number, key: string) => ({
  ...process.env,
  PROMPTFORGE_SANDBOX: JSON.stringify({ dataFolder: folder.path, port }),
  PROMPTFORGE_ADMIN_KEY: key,
});

async function startSandbox({ port = 0, key = adminKey } = {}) {
  const child = fork(entry, [], {
    env: environmentFor(port, key),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  children.push(child);
  const [message] = (await once(child, 'message')) as [Message];
  return { child, message, address: message.type === 'ready' ? message.address : '' };
}

async function stopSandbox(child: ChildProcess) {
  const ended = once(child, 'exit');
  child.send('stop');
  expect((await ended)[0]).toBe(0);
}

it('starts with the samples in an empty folder, and asks for no approvals', async () => {
  const { child, address } = await startSandbox();
  expect(new URL(address).hostname).toBe('127.0.0.1');
  const admin = createCaller(address, adminKey);
  const { items } = await admin.call('listPrompts', { query: { limit: 200 } });
  const shown = items.map(({ name, title, tags, stable, latest }) => ({ name, title, tags, stable, latest }));
  const expected = samplePrompts.map(({ name, title, tags, stable, versions }) => {
    return { name, title, tags: [...tags], stable, latest: versions.length };
  });
  expect(shown).toEqual(expected.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  for (const { name, versions, stable, testInputs } of samplePrompts) {
    expect(await admin.call('getTestInputs', { params: { name } })).toEqual(testInputs);
    for (const [index, { content, note }] of versions.entries()) {
      const version = await admin.call('getVersion', { params: { name, version: index + 1 } });
      expect(version).toMatchObject({ content, note, author: { name: 'Administrator' } });
    }
    const history = await admin.call('getStableHistory', { params: { name }, query: {} });
    const moves = stable === null ? [] : stable === 1 ? [1] : [stable, 1];
    expect(history.items.map((item) => item.version)).toEqual(moves);
  }
  expect((await admin.call('getPolicy', {})).requiredApprovals).toBe(0);
  await stopSandbox(child);
});

it('keeps what the user made of the samples', async () => {
  const first = await startSandbox();
  const params = { name: samplePrompts[0]?.name ?? '' };
  const before = createCaller(first.address, adminKey);
  const { latest } = await before.call('getDetails', { params });
  await before.call('saveVersion', { params, body: { content: 'mine', baseVersion: latest } });
  const log = await readAllEvents(before);
  await stopSandbox(first.child);
  const second = await startSandbox();
  expect(await readAllEvents(createCaller(second.address, adminKey))).toEqual(log);
  await stopSandbox(second.child);
});

it('fills no registry that somebody has begun', async () => {
  const registry = await startTestRegistry({ store: { kind: 'sqlite', folder: folder.path } });
  await registry.admin.call('createPrompt', { body: { name: 'mine', content: 'x' } });
  await registry.running().close();
  const { child, address } = await startSandbox();
  const { items } = await createCaller(address, adminKey).call('listPrompts', { query: {} });
  expect(items.map((item) => item.name)).toEqual(['mine']);
  await stopSandbox(child);
});

it('lets in whoever owns its folder, with a new key too', async () => {
  const first = await startSandbox();
  await stopSandbox(first.child);
  const second = await startSandbox({ key: 'pf_key_of_a_reinstalled_app' });
  for (const key of [adminKey, 'pf_key_of_a_reinstalled_app']) {
    expect((await createCaller(second.address, key).call('getMe', {})).name).toBe('Administrator');
  }
  const { items } = await createCaller(second.address, adminKey).call('listMembers', { query: {} });
  expect(items).toHaveLength(1);
  await stopSandbox(second.child);
});

it('takes a free port where its own is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { child, address } = await startSandbox({ port });
  expect(new URL(address).port).not.toBe(String(port));
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await stopSandbox(child);
  other.close();
});

it('says why it cannot start', async () => {
  const first = await startSandbox();
  const second = await startSandbox();
  expect(second.message).toMatchObject({
    type: 'failed',
    message: expect.stringContaining('Another registry'),
  });
  await stopSandbox(first.child);
  const third = await startSandbox({ key: 'short' });
  expect(third.message).toMatchObject({ message: expect.stringContaining('at least 16 characters') });
});

it('ends when the app is gone, even killed', async () => {
  const script = `
    import { fork } from 'node:child_process';
    const child = fork(${JSON.stringify(entry)}, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.on('message', (message) => console.log(JSON.stringify({ ...message, pid: child.pid })));
  `;
  const app = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: environmentFor(0, adminKey),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(app);
  const [line] = (await once(app.stdout, 'data')) as [Buffer];
  const { pid, address } = JSON.parse(String(line)) as { pid: number; address: string };
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  app.kill('SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
  const again = await startSandbox();
  expect(again.message.type).toBe('ready');
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
