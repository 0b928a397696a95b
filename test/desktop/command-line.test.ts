import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findDataFolder } from '#main/data-folder.ts';
import { readDataFolder } from '#main/desktop/command-line.ts';

test.each([
  [['.', '--data', 'here']],
  [['--data=here']],
  [['--inspect=0', '--no-sandbox', '.', '--data', 'here']],
])('%j names the data folder', (args) => {
  expect(readDataFolder(args)).toBe(resolve('here'));
});

test.each([[[]], [['.']], [['--data']], [['--data=']], [['--remote-debugging-port=0', 'promptforge']]])(
  '%j leaves it where it is',
  (args) => {
    expect(readDataFolder(args)).toBe(findDataFolder());
  },
);
