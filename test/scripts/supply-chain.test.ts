import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const readJson = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as unknown;
const manifest = readJson('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
> & {
  readonly allowScripts: Record<string, boolean>;
};
const lock = readJson('package-lock.json') as { readonly packages: Record<string, LockedPackage> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what is installed', () => {
  test('is named with its exact version, and locked in that version', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(named)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test('comes from a registry of packages, and is what it was when it was locked', () => {
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity }] of locked) {
      // The lock leaves out where a registry has it; anything else, such as a repository or a folder, is named.
      expect(resolved, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  test('runs a script at its installation only where that is decided by name', () => {
    const running = new Set(
      locked.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path)),
    );
    expect(running.size).toBeGreaterThan(0);
    expect([...running].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });
});
