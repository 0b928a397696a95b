import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const stamp = join(projectFolder, 'out', '.built');
const sources = ['core', 'main', 'preload', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds the screen and the desktop shell into `out/`, unless what is there is newer than every source. */
export function buildWhereStale(): void {
  const builtAt = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const changedAt = Math.max(...sources.map((name) => newestChange(join(projectFolder, name))));
  if (builtAt > changedAt) return;
  console.log('Building PromptForge …');
  const startedAt = new Date();
  const builder = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new Error('PromptForge could not be built.');
  writeFileSync(stamp, '');
  // A source that was changed during the build counts as newer.
  utimesSync(stamp, startedAt, startedAt);
}

function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildWhereStale();
