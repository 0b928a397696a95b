import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setAsideDamagedJson } from '#main/set-aside-damaged-json.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let file: string;

beforeEach(() => {
  folder = makeTemporaryFolder();
  file = join(folder.path, 'config.json');
});
afterEach(() => folder.remove());

describe('a file of settings', () => {
  test.each(['{}', '{"theme":"dark"}', ' {\n"a": [1]}\n'])('stays where it holds %j', (text) => {
    writeFileSync(file, text);
    expect(setAsideDamagedJson(file)).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('may be absent', () => {
    expect(setAsideDamagedJson(file)).toBeNull();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test.each(['', '{"theme":', '[]', 'null', '"text"', '\0\0\0\0', '{"a":1}}'])(
    'is set aside whole and named where it holds %j',
    (text) => {
      writeFileSync(file, text);
      const sentence = setAsideDamagedJson(file, new Date('2025-03-03T14:00:00.000Z'));
      const aside = join(folder.path, 'config.damaged-2025-03-03T14-00-00.000Z.json');
      expect(existsSync(file)).toBe(false);
      expect(readFileSync(aside, 'utf8')).toBe(text);
      expect(sentence).toBe(`The file config.json could not be read. It was set aside as ${aside}.`);
    },
  );
});
