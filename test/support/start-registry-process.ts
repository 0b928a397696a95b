import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../main/registry/cli.ts', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** Runs the registry's command as `npm run registry` does, to its end. */
export async function runRegistryCommand(args: readonly string[], environment: Environment = {}) {
  const child = spawnRegistry(args, environment);
  const [out, err, [code]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'exit'),
  ]);
  return { out, err, code: code as number | null };
}

export interface RegistryProcess {
  readonly address: string;
  /** The lines before the one that says it is ready. */
  readonly linesBefore: readonly string[];
  readonly process: ChildProcess;
  /** Sends a signal and waits for the end. Answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the registry's command and waits until it listens.
 *
 * @param wrapper a command that runs it and becomes it, for example a tracer
 */
export async function startRegistryProcess(
  args: readonly string[],
  environment: Environment = {},
  wrapper: readonly string[] = [],
): Promise<RegistryProcess> {
  const child = spawnRegistry(args, environment, wrapper);
  const errors = readAll(child.stderr);
  const ended = once(child, 'exit');
  const linesBefore: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^PromptForge registry listening on (http:\S+)$/.exec(line)?.[1];
    if (address === undefined) {
      linesBefore.push(line);
      continue;
    }
    child.stdout.resume();
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      return (await ended)[0] as number | null;
    };
    return { address, linesBefore, process: child, end };
  }
  throw new Error(`The registry ended before it listened: ${await errors}`);
}

function spawnRegistry(args: readonly string[], environment: Environment, wrapper: readonly string[] = []) {
  const { PROMPTFORGE_ADMIN_KEY: _, ...inherited } = process.env;
  const [command = '', ...rest] = [...wrapper, process.execPath, entry, ...args];
  return spawn(command, rest, {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
