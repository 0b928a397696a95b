import { utilityProcess } from 'electron';
import type { AppPorts } from '../ports.ts';
import { awaitSandbox, sandboxEnvironment } from '../sandbox-process.ts';

/**
 * Starts the sandbox registry in a utility process, which ends when the app does.
 *
 * @param entry the bundled `sandbox.js`
 */
export function createSandboxStarter(entry: string): AppPorts['startSandbox'] {
  return (options) => {
    const child = utilityProcess.fork(entry, [], {
      env: { ...process.env, ...sandboxEnvironment(options) },
      serviceName: 'PromptForge sandbox registry',
    });
    return awaitSandbox({
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      postMessage: (message) => child.postMessage(message),
      kill: () => void child.kill(),
    });
  };
}
