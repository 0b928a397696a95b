import { findDisplayObstacle, findElectronBinary } from '../../scripts/electron-runtime.ts';

/** Says in a sentence why the desktop app cannot be started on this machine, or `null` where it can. */
export function findElectronObstacle(): string | null {
  if (!findElectronBinary()) return "Electron's binary is not installed here.";
  return findDisplayObstacle();
}
