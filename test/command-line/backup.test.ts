import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { createCaller } from '../support/registry-caller.ts';
import { createCommandRunner } from '../support/run-command.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const adminKey = 'pf_admin_key_of_the_backups';
let folder: ReturnType<typeof makeTemporaryFolder>;
const promptforge = createCommandRunner('http://127.0.0.1:9', '');
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

it('copies a registry while it saves, and the copy is a registry', async () => {
  const data = join(folder.path, 'data');
  const options = ['--port', '0', '--data', data];
  const running = await startRegistryProcess(options, { PROMPTFORGE_ADMIN_KEY: adminKey });
  const admin = createCaller(running.address, adminKey);
  const params = { name: 'busy' };
  const filling = 'The words of a prompt. '.repeat(10_000);
  await admin.call('createPrompt', { body: { ...params, content: `1 ${filling}` } });
  let acknowledged = 1;
  let isOver = false;
  const save = async () => {
    const content = `${acknowledged + 1} ${filling}`;
    await admin.call('saveVersion', { params, body: { content, baseVersion: acknowledged } });
    acknowledged += 1;
  };
  while (acknowledged < 40) await save();
  const saving = (async () => {
    while (!isOver) await save();
  })();
  const copies: { file: string; atLeast: number }[] = [];
  for (let copy = 1; copy <= 3; copy += 1) {
    const file = join(folder.path, `${copy}.sqlite`);
    const atLeast = acknowledged;
    const { code, out, err } = await promptforge('backup', file, '--data', data);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.join()).toMatch(/ is a whole copy \(\d+\.\d MiB\)\.$/);
    copies.push({ file, atLeast });
  }
  isOver = true;
  await saving;
  expect(await running.end('SIGTERM')).toBe(0);
  expect(acknowledged).toBeGreaterThan(40);
  expect(readdirSync(folder.path).sort()).toEqual(['1.sqlite', '2.sqlite', '3.sqlite', 'data']);

  for (const { file, atLeast } of copies) {
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file).includes(adminKey)).toBe(false);
    const restored = `${file}.restored`;
    mkdirSync(restored);
    copyFileSync(file, join(restored, 'registry.sqlite'));
    const again = await startRegistryProcess(['--port', '0', '--data', restored]);
    const caller = createCaller(again.address, adminKey);
    const { latest } = await caller.call('getDetails', { params });
    expect(latest).toBeGreaterThanOrEqual(atLeast);
    const { content } = await caller.call('getVersion', { params: { ...params, version: latest } });
    expect(content).toBe(`${latest} ${filling}`);
    const events = await readAllEvents(caller);
    expect(events.filter(({ prompt }) => prompt === 'busy')).toHaveLength(latest);
    expect(findBrokenEvent(events)).toBeNull();
    await caller.call('saveVersion', { params, body: { content: 'more', baseVersion: latest } });
    await again.end('SIGTERM');
  }
});

it('copies a registry that has ended, and leaves nothing beside its store', async () => {
  const data = join(folder.path, 'data');
  const running = await startRegistryProcess(['--port', '0', '--data', data]);
  await running.end('SIGTERM');
  const before = readdirSync(data).sort();
  const { code, out } = await promptforge('backup', join(folder.path, 'copy'), '--data', data, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out.join()).bytes).toBe(statSync(join(folder.path, 'copy')).size);
  expect(readdirSync(data).sort()).toEqual(before);
});

it('never writes over a file', async () => {
  const file = join(folder.path, 'mine');
  writeFileSync(file, 'mine');
  writeFileSync(join(folder.path, 'registry.sqlite'), '');
  const { code, err } = await promptforge('backup', file, '--data', folder.path);
  expect(code).toBe(1);
  expect(err).toContain('already. Nothing was written.');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

it('says what is wrong', async () => {
  const file = join(folder.path, 'copy');
  const nothing = await promptforge('backup', file, '--data', folder.path);
  expect(nothing).toMatchObject({ code: 1, err: `There is no registry in the folder ${folder.path}.` });
  const postgres = await promptforge('backup', file, '--database', 'postgres://x');
  expect(postgres).toMatchObject({ code: 2, err: expect.stringContaining('pg_dump') });
  writeFileSync(join(folder.path, 'registry.sqlite'), 'This is not a database. '.repeat(100));
  const damaged = await promptforge('backup', file, '--data', folder.path);
  expect(damaged).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was written.') });
  expect(existsSync(file) || existsSync(`${file}.unfinished`)).toBe(false);
});
