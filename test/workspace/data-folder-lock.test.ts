import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lockDataFolder } from '#main/workspace/data-folder-lock.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const lockModule = new URL('../../main/workspace/data-folder-lock.ts', import.meta.url);

test('a data folder has one app at a time, and a killed app frees it', async () => {
  const folder = makeTemporaryFolder();
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(lockModule.href)});
    console.log(lockDataFolder(${JSON.stringify(folder.path)}) ? 'locked' : 'refused');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [answer] = await once(child.stdout, 'data');
  expect(String(answer).trim()).toBe('locked');
  expect(lockDataFolder(folder.path)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const unlock = lockDataFolder(folder.path);
  expect(unlock).not.toBeNull();
  expect(lockDataFolder(folder.path)).toBeNull();
  unlock?.();
  lockDataFolder(folder.path)?.();
  folder.remove();
});
