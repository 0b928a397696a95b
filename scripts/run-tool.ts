import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectFolder } from './build.ts';

const require = createRequire(import.meta.url);

/** Runs a package's command with this very Node. Answers whether it was content. */
export function runTool(
  name: string,
  command: string,
  options: string[],
  env: Record<string, string> = {},
): boolean {
  const manifest = join(projectFolder, 'node_modules', ...name.split('/'), 'package.json');
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (!script) throw new Error(`${name} has no command ${command}.`);
  const result = spawnSync(process.execPath, [join(dirname(manifest), script), ...options], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return result.status === 0;
}
