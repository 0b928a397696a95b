import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Conf from 'conf';
import open from 'open';
import { createApp, DataFolderInUse } from '../app.ts';
import { findDataFolder } from '../data-folder.ts';
import { adoptSystemNetwork } from '../registry-client/adopt-system-network.ts';
import { createSecretFile } from '../secret-file.ts';
import { setAsideDamagedJson } from '../set-aside-damaged-json.ts';
import { createStderrLog } from '../stderr-log.ts';
import { startSandboxChildProcess } from './sandbox-child-process.ts';
import { createWebSession } from './session.ts';
import { listenOnLoopback, serveApp } from './web-server.ts';
import { createWebTransport } from './web-transport.ts';

const defaultPort = 7420;
const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

const help = `PromptForge in a browser tab.

Usage: npm run web -- [options]

  --port N      the port on 127.0.0.1 (default ${defaultPort}, or a free one where that is in use; 0 for a free one)
  --data DIR    where everything of the app is kept (default ${findDataFolder()})
  --no-open     only print the link, do not open the browser
  --help        this text
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port takes a number from 0 to 65535, not “${values.port}”.`);
  }
  return { ...values, port, data: values.data ? resolve(values.data) : findDataFolder() };
}

async function run(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);

  makeDataFolder(options.data);
  const setAside = ['config.json', 'secrets.json']
    .map((name) => setAsideDamagedJson(join(options.data, name)))
    .filter((sentence) => sentence !== null);
  const asItIs = async (secret: string) => secret;
  const secrets = createSecretFile(
    join(options.data, 'secrets.json'),
    { seal: asItIs, open: asItIs },
    () => undefined,
  );
  const openLink = async (url: string) => void (await open(url));

  adoptSystemNetwork();
  const server = await listenOnLoopback(options.port ?? defaultPort, options.port === null);
  const { port } = server.address() as AddressInfo;
  const app = await createApp({
    dataFolder: options.data,
    version: readVersion(),
    capabilities: { secretStorage: 'file', hasMenu: false, canZoom: false, spellingLanguages: null },
    settings: new Conf({ cwd: options.data, configName: 'config' }),
    secrets,
    fetch,
    startSandbox: startSandboxChildProcess,
    openLink,
    setMenu: () => undefined,
    learnWord: () => undefined,
    // The browser shows it, where the page may ask it to.
    notify: () => false,
    log: createStderrLog(),
    setAside,
  });

  const session = await createWebSession(secrets, port);
  const transport = createWebTransport(app);
  serveApp(server, port, join(projectFolder, 'out', 'renderer'), session, transport);

  const link = `http://127.0.0.1:${port}/?token=${session.createToken()}`;
  console.log(`PromptForge is ready at ${link}`);
  if (options.open) await openLink(link).catch(() => undefined);

  await askedToEnd();
  await transport.close();
  server.close();
  server.closeAllConnections();
  await app.close();
}

/** A terminal and a parent may each send the signal: what comes after the first changes nothing. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`PromptForge cannot keep anything in ${folder}. Choose another folder with --data.`);
  }
}

function readVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof DataFolderInUse ? 3 : 2);
}
