import { afterAll, beforeAll, expect, it } from 'vitest';
import { readExpiry } from '#main/command-line/read-expiry.ts';
import { type CommandRunner, createCommandRunner } from '../support/run-command.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let promptforge: CommandRunner;
beforeAll(async () => {
  registry = await startTestRegistry();
  promptforge = createCommandRunner(registry.address, testAdminKey);
});
afterAll(() => registry.remove());

it('makes a member and a key that works, and revokes it', async () => {
  const added = await promptforge(
    ...['member', 'add', '--name', 'Ana Lima', '--email', 'ana@example.com'],
    ...['--role', 'editor', '--role', 'reviewer'],
  );
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(added.out.join()).toMatch(/^Ana Lima is a member: [0-9a-f-]{36}$/);
  const { out } = await promptforge('member', 'list');
  expect(out.find((line) => line.includes('Ana Lima'))).toMatch(/ {2}editor,reviewer {2}ana@example\.com$/);

  const key = await promptforge(
    ...['key', 'add', '--member', 'ANA@example.com', '--name', 'laptop'],
    ...['--expires', '90d'],
  );
  const secret = key.out.join();
  expect(secret).toMatch(/^pf_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
  expect(key.err).toMatch(/“laptop” .*shown only now\. It expires at /);
  expect(await registry.as(secret).call('getMe', {})).toMatchObject({ name: 'Ana Lima' });

  const listed = await promptforge('key', 'list', '--member', 'Ana Lima', '--json');
  const [{ id }] = JSON.parse(listed.out.join());
  const rotated = JSON.parse((await promptforge('key', 'rotate', id, '--json')).out.join());
  expect(await registry.as(secret).refuse('getMe', {})).toMatchObject({ code: 'unauthenticated' });
  expect(await registry.as(rotated.secret).call('getMe', {})).toMatchObject({ name: 'Ana Lima' });

  expect(await promptforge('key', 'revoke', id)).toMatchObject({ code: 0, out: ['The key is revoked.'] });
  expect(await registry.as(rotated.secret).refuse('getMe', {})).toMatchObject({ code: 'unauthenticated' });
  const after = await promptforge('key', 'list', '--member', 'Ana Lima');
  expect(after.out.join()).toMatch(/ {2}revoked \d{4}-/);
});

it('answers in JSON where that is asked for', async () => {
  const { out } = await promptforge('member', 'add', '--name', 'Website', '--role', 'app', '--json');
  const member = JSON.parse(out.join());
  const facts = { name: 'Website', email: null, roles: ['app'], active: true };
  expect(member).toEqual({ id: expect.any(String), ...facts });
  expect(JSON.parse((await promptforge('member', 'list', '--json')).out.join())).toContainEqual(member);
});

it.each([
  [['member', 'add'], 2, '--name is missing.'],
  [['member', 'add', '--name', 'A'], 2, '--role is missing.'],
  [['member', 'add', '--name', 'A', '--role', 'king'], 2, 'There is no role “king”.'],
  [['member', 'add', '--name', 'A', '--role', 'app', '--email', 'nobody'], 2, 'cannot be used'],
  [['member', 'list', 'all'], 2, '“all” is not understood here.'],
  [['key', 'add', '--member', 'A'], 2, '--name is missing.'],
  [['key', 'add', '--member', 'A', '--name', 'k', '--expires', 'soon'], 2, 'not “soon”'],
  [['key', 'add', '--member', 'Nobody', '--name', 'k'], 1, 'There is no member “Nobody”.'],
  [['key', 'revoke'], 2, 'ID is missing.'],
  [['key', 'revoke', 'nothing'], 1, 'There is no key with this id.'],
  [['member', 'list', '--url', 'ftp://x'], 2, 'is not the address of a registry'],
  [['member', 'list', '--colour'], 2, '--colour'],
  [['member', 'delete'], 2, 'There is no command “member delete”.'],
])('says what is wrong with %j', async (args, code, sentence) => {
  const result = await promptforge(...args);
  expect(result).toMatchObject({ code, out: [] });
  expect(result.err).toContain(sentence);
  expect(result.err).not.toMatch(/\.ts:|node:|\n +at /);
});

it('says so where two members have the same name', async () => {
  for (const _ of [1, 2])
    await registry.admin.call('createMember', { body: { name: 'Twin', roles: ['app'] } });
  const { code, err } = await promptforge('key', 'add', '--member', 'Twin', '--name', 'k');
  expect(code).toBe(1);
  expect(err).toContain('more than one member “Twin”');
});

it('says which role is missing, and that a registry does not answer', async () => {
  const viewer = await registry.join('viewer');
  const asViewer = createCommandRunner(registry.address, viewer.key);
  expect((await asViewer('member', 'list')).err).toContain('the role “admin”');
  const nowhere = createCommandRunner('http://127.0.0.1:9', testAdminKey);
  expect(await nowhere('member', 'list')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The registry at http:\/\/127\.0\.0\.1:9 does not answer\. \(.+\)$/),
  });
  const keyless = createCommandRunner(registry.address, '');
  expect(await keyless('member', 'list')).toMatchObject({
    code: 2,
    err: expect.stringContaining('PROMPTFORGE_KEY'),
  });
});

it('explains every command', async () => {
  const { out, code } = await promptforge('--help');
  expect(code).toBe(0);
  const names = out.flatMap((line) => /^ {2}(\w+(?: \w+)?) {2}/.exec(line)?.[1] ?? []);
  expect(names).toContain('key add');
  for (const name of names.filter((each) => each !== 'serve')) {
    const help = await promptforge(...name.split(' '), '--help');
    expect(help.out.join('\n')).toMatch(new RegExp(`^promptforge ${name}`));
  }
});

it('reads when a key expires', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(readExpiry('90d', now)).toBe('2026-04-01T12:00:00.000Z');
  expect(readExpiry('2026-12-31')).toBe('2026-12-31T23:59:59.999Z');
  expect(readExpiry('2026-12-31T18:00+02:00')).toBe('2026-12-31T16:00:00.000Z');
  for (const text of ['', '90', '2026-13-01', '2026-1-1', 'tomorrow', '-1d']) {
    expect(() => readExpiry(text)).toThrow('--expires');
  }
});
