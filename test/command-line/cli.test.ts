import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const launcher = fileURLToPath(new URL('../../main/command-line/promptforge.mjs', import.meta.url));
const adminKey = 'pf_admin_key_of_the_command_line';
let folder: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = start(args, environment);
  const [out, err, [code]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

it('serves a registry and speaks to it', async () => {
  const options = ['serve', '--port', '0', '--data', folder.path];
  const server = start(options, { PROMPTFORGE_ADMIN_KEY: adminKey });
  const errors = readAll(server.stderr);
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const address = /^PromptForge registry listening on (\S+)$/.exec(line)?.[1] ?? '';
  const environment = { PROMPTFORGE_URL: address, PROMPTFORGE_KEY: adminKey };
  const { out, err, code } = await run(['member', 'list'], environment);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(out).toMatch(/ {2}Administrator {2}admin\n$/);
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  expect(await errors).not.toContain(adminKey);
});

it('lets the registry’s command read what follows serve', async () => {
  expect((await run(['serve', '--help'])).out).toContain('--port PORT');
  expect(await run(['serve', '--colour'])).toMatchObject({ code: 2, out: '' });
});

it('ends with 2 where it does not understand', async () => {
  const { code, out, err } = await run(['frobnicate']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('There is no command “frobnicate”.');
});
