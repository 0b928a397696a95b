import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLogFile } from '#main/desktop/log-file.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

test('the log is one line of JSON for each entry, and starts anew when it is large', () => {
  const folder = makeTemporaryFolder();
  const path = join(folder.path, 'logs', 'promptforge.log');
  createLogFile(path).info('It began.', { reason: 'a test' });
  createLogFile(path).error('It ended.');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['It began.', 'It ended.']);
  expect(JSON.parse(lines[0] ?? '').reason).toBe('a test');

  writeFileSync(path, 'x'.repeat(6 * 1024 * 1024));
  createLogFile(path).info('It began again.');
  expect(statSync(path).size).toBeLessThan(1_000);
  expect(existsSync(`${path}.previous`)).toBe(true);
  folder.remove();
});
