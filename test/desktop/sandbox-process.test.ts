import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { awaitSandbox, type ChildPort, sandboxEnvironment } from '#main/sandbox-process.ts';

const fixture = fileURLToPath(new URL('fixtures/sandbox-child.ts', import.meta.url));
const children: ChildProcess[] = [];

function start(play: string, env: Record<string, string> = {}) {
  const child = fork(fixture, [play], { env: { ...process.env, ...env }, execArgv: [] });
  children.push(child);
  const port: ChildPort = {
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    postMessage: (message) => void child.send(message),
    kill: () => void child.kill('SIGKILL'),
  };
  return { child, port };
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('the process of the sandbox', () => {
  test('tells its address and ends when it is asked to', async () => {
    const { child, port } = start('ready');
    const sandbox = await awaitSandbox(port);
    expect(sandbox.address).toBe('http://127.0.0.1:7411');
    await sandbox.stop();
    await sandbox.ended;
    expect(child.exitCode).toBe(0);
    await sandbox.stop();
  });

  test('is ended by force where it does not listen', async () => {
    const { child, port } = start('deaf');
    const sandbox = await awaitSandbox(port, { ready: 10_000, stop: 50 });
    await sandbox.stop();
    expect(child.signalCode).toBe('SIGKILL');
  });

  test('is told where its data is, its port and its key, and may say why it cannot start', async () => {
    const env = sandboxEnvironment({
      dataFolder: '/data',
      port: 7411,
      administrator: 'Ada',
      adminKey: 'pf_admin',
    });
    const { child, port } = start('environment', env);
    const ended = once(child, 'exit');
    await expect(awaitSandbox(port)).rejects.toThrow(
      'The sandbox registry could not start: 7411 /data pf_admin',
    );
    await ended;
  });

  test('may end before it is ready', async () => {
    await expect(awaitSandbox(start('end').port)).rejects.toMatchObject({
      code: 'registry-unreachable',
      message: 'The sandbox registry ended before it was ready.',
    });
  });

  test('is ended where it is not ready in time', async () => {
    const { child, port } = start('silent');
    const ended = once(child, 'exit');
    await expect(awaitSandbox(port, { ready: 50, stop: 50 })).rejects.toThrow(
      'not ready within 0.05 seconds',
    );
    await ended;
    expect(child.signalCode).toBe('SIGKILL');
  });

  test('is known to have ended when it dies later', async () => {
    const { child, port } = start('ready');
    const sandbox = await awaitSandbox(port);
    child.kill('SIGKILL');
    await sandbox.ended;
    await sandbox.stop();
  });
});
