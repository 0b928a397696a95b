import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the scripts of package.json', () => {
  test('name files that are in the repository', () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/[\w./-]+\.ts\b/g) ?? []);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(existsSync(join(projectFolder, file)), file).toBe(true);
      execFileSync('git', ['ls-files', '--error-unmatch', file], { cwd: projectFolder, stdio: 'pipe' });
    }
  });

  test.each(['registry', 'start'])('npm run %s says how it is used', (name) => {
    const result = spawnSync('npm', ['run', '--silent', name, '--', '--help'], {
      cwd: projectFolder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(result.stdout).toContain(name === 'start' ? 'npm start' : 'npm run registry');
    expect(result.status).toBe(0);
  });
});
