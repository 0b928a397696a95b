import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';

const require = createRequire(import.meta.url);
const electronFolder = dirname(require.resolve('electron/package.json'));
const longestStandstill = 10_000;

/** The path of Electron's binary; it may be missing. */
export function findElectronBinary(): string | null {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Says in a sentence why no window can be opened on this machine, or `null`. */
export function findDisplayObstacle(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display here.';
  if (process.getuid?.() === 0) return 'Electron does not run as root.';
  return null;
}

/**
 * Downloads Electron's binary.
 *
 * @throws an `Error` with a sentence where the download fails or makes no progress for ten seconds
 */
export async function downloadElectron(): Promise<void> {
  const { version } = require('electron/package.json') as { version: string };
  const standstill = new AbortController();
  let timer = setTimeout(() => standstill.abort(), longestStandstill);
  const onProgress = async () => {
    clearTimeout(timer);
    timer = setTimeout(() => standstill.abort(), longestStandstill);
  };
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json') as Record<string, string>,
      downloadOptions: { quiet: true, signal: standstill.signal, getProgressCallback: onProgress },
    });
  } catch {
    throw new Error(
      standstill.signal.aborted
        ? 'The download of Electron made no progress for ten seconds.'
        : 'Electron could not be downloaded.',
    );
  } finally {
    clearTimeout(timer);
  }
  // It finds the download in the cache and unpacks it.
  const installer = spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' });
  if (installer.status !== 0) throw new Error('Electron could not be unpacked.');
}
