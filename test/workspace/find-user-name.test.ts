import { expect, test } from 'vitest';
import { chooseName, findUserName, readFullName } from '#main/workspace/find-user-name.ts';

const accounts = [
  'root:x:0:0:root:/root:/bin/sh',
  'ada:x:1000:1000:Ada Lovelace,Room 4,,:/home/ada:/bin/bash',
  'adam:x:1001:1001::/home/adam:/bin/bash',
].join('\n');

test('the full name is the first part of the account’s own line', () => {
  expect(readFullName(accounts, 'ada')).toBe('Ada Lovelace');
  expect(readFullName(accounts, 'adam')).toBe('');
  expect(readFullName(accounts, 'eve')).toBe('');
});

test.each([
  ['Ada Lovelace', 'ada', 'Ada Lovelace'],
  ['', 'ada', 'ada'],
  [' \n', 'ada', 'ada'],
  ['root', 'root', 'Administrator'],
  ['', 'Administrator', 'Administrator'],
])('“%s” of the account “%s” is called %s', (fullName, account, name) => {
  expect(chooseName(fullName, account)).toBe(name);
});

test('there always is a name', async () => {
  expect(await findUserName()).toMatch(/\S/);
});
