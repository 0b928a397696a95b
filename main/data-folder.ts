import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where everything of the app is kept unless `--data` says otherwise: the folder that Electron calls `userData`. */
export function findDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'PromptForge');
    case 'win32':
      return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'PromptForge');
    default:
      return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'PromptForge');
  }
}
