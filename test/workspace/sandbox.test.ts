import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setAsideDamagedAccess } from '#main/workspace/sandbox.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let file: string;
let said: string[];
beforeEach(() => {
  folder = makeTemporaryFolder();
  file = join(folder.path, 'sandbox', 'access.json');
  said = [];
  mkdirSync(dirname(file));
});
afterEach(() => folder.remove());

const check = () => setAsideDamagedAccess(folder.path, (sentence) => said.push(sentence));

it('keeps a damaged access.json beside the new one, and says so', () => {
  writeFileSync(file, '{"address":"http://127.0.0.1:7411","key":"pf_');
  check();
  expect(said).toEqual([
    expect.stringMatching(/^The file access\.json could not be read\. It was set aside/),
  ]);
  expect(existsSync(file)).toBe(false);
  const [aside = ''] = readdirSync(dirname(file));
  expect(readFileSync(join(dirname(file), aside), 'utf8')).toContain('"key":"pf_');
});

it('leaves a sound one alone, and misses none', () => {
  check();
  writeFileSync(file, '{"address":"http://127.0.0.1:7411","key":"pf_x"}');
  check();
  expect(said).toEqual([]);
  expect(existsSync(file)).toBe(true);
});
