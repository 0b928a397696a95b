import { randomUUID } from 'node:crypto';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Role } from '#core/domain/roles.ts';
import { startPostgresServer } from '#test/support/postgres-server.ts';
import { createCaller, type RegistryCaller } from '#test/support/registry-caller.ts';
import { type RegistryProcess, startRegistryProcess } from '#test/support/start-registry-process.ts';
import { startWebApp, type WebApp } from '#test/support/start-web-app.ts';
import { startTcpProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { watchForFaults } from './fixtures.ts';

/** A member of the team with a key, and calls to the registry in their name. */
export interface Colleague extends RegistryCaller {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly keyId: string;
}

/** A colleague in front of a screen of their own: another browser, another data folder, another network. */
export interface Person extends Colleague {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly app: WebApp;
  readonly dataFolder: string;
  /** Between this person's app and the registry. */
  readonly network: TcpProxy;
  /** How this person's app names the connection. */
  readonly connection: string;
  /** Pulls this person's cable; everybody else stays connected. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
}

/** A team's registry, running by itself, and the people who work with it. */
export interface Team {
  readonly address: string;
  readonly admin: RegistryCaller;
  /** Makes a member with these roles, who has no screen. */
  join(name: string, ...roles: Role[]): Promise<Colleague>;
  /** Makes a member and opens the app for them, connected with the registry and showing it. */
  open(name: string, ...roles: Role[]): Promise<Person>;
  /** Ends the registry and starts it again on the same store. */
  restart(): Promise<void>;
  /** Copies the registry's store aside. */
  backUp(): Promise<void>;
  /** Puts the copy in the store's place: what was saved since is gone. */
  restoreBackup(): Promise<void>;
}

const adminKey = 'pf_administrators_key_of_the_team';
export const teamName = 'Acme prompts';

interface TeamOptions {
  readonly engine?: 'sqlite' | 'postgres';
}

interface TeamFixtures {
  /** Starts a team's registry; it and all that was opened on it end with the test. */
  startTeam: (options?: TeamOptions) => Promise<Team>;
}

export const teamTest = test.extend<TeamFixtures>({
  startTeam: async ({ browser }, use) => {
    const endings: (() => Promise<unknown> | unknown)[] = [];
    await use((options = {}) => startTeam(browser, options, endings));
    for (const end of endings.toReversed()) await end();
  },
});

async function startTeam(
  browser: Browser,
  { engine = 'sqlite' }: TeamOptions,
  endings: (() => unknown)[],
): Promise<Team> {
  const store = await makeStore(engine, endings);
  // Everybody reaches it by a port of their own.
  const names = ['--allowed-host', '127.0.0.1'];
  const start = (port: string) =>
    startRegistryProcess([...names, '--port', port, ...store.args], { PROMPTFORGE_ADMIN_KEY: adminKey });
  let registry: RegistryProcess = await start('0');
  endings.push(() => registry.end('SIGTERM'));
  const { port } = new URL(registry.address);
  const address = `http://127.0.0.1:${port}`;
  const admin = createCaller(address, adminKey);

  const join: Team['join'] = async (name, ...roles) => {
    const { id } = await admin.call('createMember', { body: { name, roles } });
    const key = await admin.call('createKey', { params: { id }, body: { name: 'test' } });
    return { ...createCaller(address, key.secret), id, name, key: key.secret, keyId: key.id };
  };

  const restart = async (meanwhile: () => void) => {
    await registry.end('SIGTERM');
    meanwhile();
    registry = await start(port);
  };

  return {
    address,
    admin,
    join,
    open: async (name, ...roles) => openApp(browser, await join(name, ...roles), Number(port), endings),
    restart: () => restart(() => undefined),
    backUp: () => restart(() => cpSync(store.folder, `${store.folder}.backup`, { recursive: true })),
    restoreBackup: () =>
      restart(() => {
        rmSync(store.folder, { recursive: true });
        renameSync(`${store.folder}.backup`, store.folder);
      }),
  };
}

interface TeamStore {
  /** How the registry's command is told of it. */
  readonly args: readonly string[];
  /** Where its files are, with SQLite. */
  readonly folder: string;
}

async function makeStore(engine: 'sqlite' | 'postgres', endings: (() => unknown)[]): Promise<TeamStore> {
  if (engine === 'postgres') {
    const server = await startPostgresServer();
    endings.push(() => server.remove());
    return { args: ['--database', server.url], folder: '' };
  }
  const folder = makeTemporaryFolder();
  endings.push(() => folder.remove());
  return { args: ['--data', folder.path], folder: folder.path };
}

async function openApp(
  browser: Browser,
  colleague: Colleague,
  registryPort: number,
  endings: (() => unknown)[],
): Promise<Person> {
  const network = await startTcpProxy(registryPort);
  endings.push(() => network.close());
  const folder = makeTemporaryFolder();
  endings.push(() => folder.remove());
  const connection = randomUUID();
  connectBeforehand(folder.path, connection, `http://127.0.0.1:${network.port}`, colleague.key);

  const app = await startWebApp(folder.path);
  endings.push(() => app.stop());
  const context = await browser.newContext();
  endings.push(() => context.close());
  const page = await context.newPage();
  endings.push(watchForFaults(page));
  await page.goto(app.link);
  await expect(page.getByRole('button', { name: `Registry: ${teamName}` })).toBeVisible();
  return {
    ...colleague,
    page,
    context,
    app,
    dataFolder: folder.path,
    network,
    connection,
    goOffline: () => network.refuse(),
    goOnline: () => network.restore(),
  };
}

/** Leaves a data folder as the app does that was connected and closed. */
function connectBeforehand(folder: string, id: string, address: string, key: string): void {
  const settings = {
    registries: [{ id, name: teamName, address, isRemoved: false }],
    currentConnection: id,
    tourSeen: true,
  };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ [`registry-key-${id}`]: key }), {
    mode: 0o600,
  });
}
