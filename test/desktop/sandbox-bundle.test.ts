import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MainConfigFactory } from 'electron-vite';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { awaitSandbox, sandboxEnvironment } from '#main/sandbox-process.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import configuration from '../../electron.vite.config.ts';

const folder = makeTemporaryFolder();
afterAll(() => folder.remove());

test('the bundled sandbox runs where there are no node_modules', { timeout: 60_000 }, async () => {
  if (!('main' in configuration) || !configuration.main) throw new Error('There is no main part.');
  const inline = { mode: 'production', logLevel: 'silent' } as const;
  const config = await new MainConfigFactory(configuration.main, inline, {}).build();
  const outDir = join(folder.path, 'out', 'main');
  await build({ ...config, configFile: false, build: { ...config.build, outDir } });
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');

  // The thread for long comparisons stands beside it.
  const thread = new Worker(join(outDir, 'diff-thread.js'));
  thread.postMessage({ from: { content: 'a', variables: [] }, to: { content: 'a', variables: [] } });
  expect(await once(thread, 'message')).toMatchObject([{ summary: 'no change' }]);
  await thread.terminate();
  // So does the one that the app keeps earlier drafts in.
  const states = new Worker(join(outDir, 'earlier-drafts-thread.js'));
  const place = { connection: 'sandbox', prompt: 'long' };
  states.postMessage({ dataFolder: folder.path, place, question: { kind: 'list' } });
  expect(await once(states, 'message')).toEqual([{ answer: [], setAside: [] }]);
  await states.terminate();
  expect(readFileSync(join(outDir, 'entry.js'), 'utf8')).toContain('earlier-drafts-thread.');

  const adminKey = 'pf_for-this-test-alone-0123456789abcdefghij';
  const dataFolder = join(folder.path, 'data');
  const child = fork(join(outDir, 'sandbox.js'), {
    env: {
      ...process.env,
      NODE_PATH: '',
      ...sandboxEnvironment({ dataFolder, port: 0, administrator: 'Ada', adminKey }),
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const sandbox = await awaitSandbox({
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    postMessage: (message) => void child.send(message),
    kill: () => void child.kill('SIGKILL'),
  });
  try {
    const response = await fetch(`${sandbox.address}/api/v1/prompts/support-agent`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 'latest', variables: { locale: 'de', tier: 'pro' } }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ name: 'support-agent' });
  } finally {
    await sandbox.stop();
  }
  expect(child.exitCode).toBe(0);
});
