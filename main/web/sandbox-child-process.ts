import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SandboxOptions, SandboxProcess } from '../ports.ts';
import { awaitSandbox, sandboxEnvironment } from '../sandbox-process.ts';

const sandboxEntry = fileURLToPath(new URL('../registry/sandbox.ts', import.meta.url));

/** Starts the sandbox registry as a child of this process; it ends when this process does. */
export function startSandboxChildProcess(options: SandboxOptions): Promise<SandboxProcess> {
  const child = fork(sandboxEntry, {
    env: { ...process.env, ...sandboxEnvironment(options) },
    execArgv: [],
    // Ctrl+C in a terminal goes to the whole group; the sandbox is told by its parent instead.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return awaitSandbox({
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    postMessage: (message) => void (child.connected && child.send(message)),
    kill: () => void child.kill('SIGKILL'),
  });
}
