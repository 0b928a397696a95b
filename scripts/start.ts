import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhereStale, projectFolder } from './build.ts';
import { downloadElectron, findDisplayObstacle, findElectronBinary } from './electron-runtime.ts';

const help = `Starts PromptForge: as a desktop app where Electron can run, in a browser tab otherwise.

Usage: npm start -- [options]

  --desktop     the desktop app, or an error that says why not
  --web         a browser tab
  --data DIR    where everything of the app is kept
  --port N      the web shell's port
  --no-open     the web shell only prints its link
`;

/** A desktop app that ends with an error this soon could not start. */
const startsWithin = 5_000;

const wanted = process.argv.slice(2);
const passedOn = wanted.filter((option) => option !== '--web' && option !== '--desktop');

async function start(): Promise<number> {
  if (wanted.includes('--help')) {
    console.log(help);
    return 0;
  }
  buildWhereStale();
  if (wanted.includes('--web')) return startWeb();
  const obstacle = await startDesktop();
  if (obstacle === null) return 0;
  if (wanted.includes('--desktop')) {
    console.error(`The desktop app cannot start: ${obstacle}`);
    return 1;
  }
  console.log(`${obstacle} PromptForge opens in the browser instead.`);
  return startWeb();
}

/** Runs the desktop app until it is closed. Answers in a sentence why it could not start, or `null`. */
async function startDesktop(): Promise<string | null> {
  const displayObstacle = findDisplayObstacle();
  if (displayObstacle) return displayObstacle;
  try {
    if (!findElectronBinary()) {
      console.log('Downloading Electron …');
      await downloadElectron();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const binary = findElectronBinary();
  if (!binary) return 'Electron is not installed.';
  const webOnly = ['--no-open', '--port'];
  const options = passedOn.filter(
    (option, index) => !webOnly.includes(option) && passedOn[index - 1] !== '--port',
  );
  const startedAt = performance.now();
  const code = await waitFor(spawn(binary, [projectFolder, ...options], { stdio: 'inherit' }));
  const isEarly = performance.now() - startedAt < startsWithin;
  return code !== 0 && isEarly ? 'Electron ended right after its start.' : null;
}

function startWeb(): Promise<number> {
  const entry = join(projectFolder, 'main', 'web', 'cli.ts');
  return waitFor(spawn(process.execPath, [entry, ...passedOn], { stdio: 'inherit' }));
}

/** Waits for the end of a child; what would end this process is passed on to it first. */
function waitFor(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
