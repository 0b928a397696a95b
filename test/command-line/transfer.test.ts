import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPromptRevisions } from '../support/prompt-revisions.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { type CommandRunner, createCommandRunner } from '../support/run-command.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

const freely = {
  requiredApprovals: 0,
  reviewerRoles: ['reviewer' as const],
  authorMayApprove: false,
  requirePassingTests: false,
};

let source: TestRegistry;
let target: TestRegistry;
/** What was exported from `source`. */
let file: string;
const commandsOf = (registry: TestRegistry): CommandRunner =>
  createCommandRunner(registry.address, testAdminKey);

beforeAll(async () => {
  source = await startTestRegistry();
  file = join(source.folder, 'export.jsonl');
  await fill(source);
  expect(await commandsOf(source)('export', file)).toMatchObject({ code: 0 });
});
afterAll(() => source.remove());

async function promote(
  { admin }: TestRegistry,
  name: string,
  version: number,
  from: number | null,
  note = '',
) {
  const body = { version, note, expectedStable: from };
  const { id } = await admin.call('requestPromotion', { params: { name }, body });
  await admin.call('applyPromotion', { params: { id } });
}

/** Prompts with texts of all kinds, one that was promoted and rolled back, and one that is archived. */
async function fill(registry: TestRegistry) {
  const { admin } = registry;
  for (const { name, contents } of inventPromptRevisions().slice(-4)) {
    for (const [index, content] of contents.entries()) {
      const params = { name };
      if (index === 0) await admin.call('createPrompt', { body: { ...params, content } });
      else await admin.call('saveVersion', { params, body: { content, baseVersion: index } });
    }
  }
  const name = 'mails/welcome';
  await admin.call('createPrompt', {
    body: {
      name,
      title: 'Welcome',
      description: 'The first mail',
      tags: ['mail', 'de'],
      content: '1',
      note: 'First',
    },
  });
  const variables = [
    { name: 'tier', type: 'choice', choices: ['pro', 'free'], required: true, default: 'free' },
    { name: 'count', type: 'number', required: false },
  ] as const;
  await admin.call('saveVersion', {
    params: { name },
    body: {
      content: '2 {{tier}}',
      variables: variables.map((one) => ({
        ...one,
        choices: 'choices' in one ? [...one.choices] : undefined,
      })),
      baseVersion: 1,
    },
  });
  await admin.call('saveVersion', { params: { name }, body: { content: '3', baseVersion: 2 } });
  await admin.call('setTestInputs', {
    params: { name },
    body: [
      { title: 'German', variables: { tier: 'pro', count: 2 }, checks: [{ kind: 'contains', value: 'pro' }] },
      { title: 'Empty', variables: {}, checks: [{ kind: 'is-json' }] },
    ],
  });
  await admin.call('setPolicy', { body: freely });
  await promote(registry, name, 1, null, 'Go');
  await promote(registry, name, 3, 1);
  await admin.call('rollBack', {
    params: { name },
    body: { version: 1, reason: 'Customers complain', expectedStable: 3 },
  });
  await admin.call('updateDetails', { params: { name: 'invented-9' }, body: { archived: true } });
}

/** All that an import has to bring over: everything but the times, the people and the notes. */
async function readAll({ admin }: TestRegistry) {
  const { items } = await admin.call('listPrompts', { query: { archived: 'any', limit: 200 } });
  return Promise.all(
    items.map(async ({ updatedAt: _, latestBy: _by, ...prompt }) => {
      const params = { name: prompt.name };
      const numbers = Array.from({ length: prompt.latest }, (__, index) => index + 1);
      const versions = await Promise.all(
        numbers.map((version) => admin.call('getVersion', { params: { ...params, version } })),
      );
      const history = await admin.call('getStableHistory', { params, query: {} });
      return {
        ...prompt,
        testInputs: await admin.call('getTestInputs', { params }),
        versions: versions.map(({ content, contentHash, variables, parent }) => ({
          content,
          contentHash,
          variables,
          parent,
        })),
        stable: history.items.map(({ version, promotion }) => [version, promotion.kind]),
      };
    }),
  );
}

describe('exporting and importing', () => {
  beforeEach(async () => {
    target = await startTestRegistry();
  });
  afterEach(() => target.remove());

  it('brings everything over, and changes nothing the second time', async () => {
    const exported = await commandsOf(source)('export', `${file}.again`);
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(exported.out.join()).toMatch(/ 5 prompts with 43 versions, and \d+ events\.$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    await target.admin.call('setPolicy', { body: freely });
    const before = await readAllEvents(target.admin);

    const preview = await commandsOf(target)('import', file, '--dry-run');
    expect(preview.out).toContain('mails/welcome: new; versions 1 to 3; test inputs; stable v1, v3, v1');
    expect(preview.out).toContain('invented-9: new; versions 1 to 10; archived');
    expect(preview.out.at(-1)).toBe('5 of 5 prompts would change. Nothing was changed.');
    expect(await readAllEvents(target.admin)).toEqual(before);

    const imported = await commandsOf(target)('import', file);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out.at(-1)).toBe('5 of 5 prompts changed.');
    expect(await readAll(target)).toEqual(await readAll(source));

    const after = await readAllEvents(target.admin);
    const again = await commandsOf(target)('import', file);
    expect(again.out.at(-1)).toBe('0 of 5 prompts changed.');
    expect(again.out).toContain('mails/welcome: nothing to do');
    expect(await readAllEvents(target.admin)).toEqual(after);
  });

  it('says in the notes who wrote and promoted it first, and when', async () => {
    await target.admin.call('setPolicy', { body: freely });
    await commandsOf(target)('import', file);
    const params = { name: 'mails/welcome', version: 1 };
    const original = await source.admin.call('getVersion', { params });
    const { note } = await target.admin.call('getVersion', { params });
    expect(note).toBe(`First\n\nImported: saved by Administrator at ${original.createdAt}.`);
    const { items } = await target.admin.call('getStableHistory', {
      params: { name: 'mails/welcome' },
      query: {},
    });
    expect(items[0]?.promotion.note).toMatch(
      /^Customers complain\n\nImported: rolled back by Administrator at \d{4}-/,
    );
    expect(items[2]?.promotion.note).toMatch(/^Go\n\nImported: promoted by Administrator at \d{4}-/);

    const second = join(target.folder, 'second.jsonl');
    await commandsOf(target)('export', second);
    const third = await startTestRegistry();
    await commandsOf(third)('import', second);
    expect((await third.admin.call('getVersion', { params })).note).toBe(note);
    await third.remove();
  });

  it('asks for the promotion where approvals are needed, once', async () => {
    const { out } = await commandsOf(target)('import', file);
    expect(out).toContain(
      'mails/welcome: new; versions 1 to 3; test inputs; a request to promote v1, which needs its approval here',
    );
    expect(out.at(-1)).toBe('5 of 5 prompts changed. 1 waits to be promoted.');
    const params = { name: 'mails/welcome' };
    expect(await target.admin.call('getDetails', { params })).toMatchObject({
      stable: null,
      pendingPromotions: 1,
    });
    const again = await commandsOf(target)('import', file);
    expect(again.out).toContain('mails/welcome: v1 still waits to be promoted');
    expect(again.out.at(-1)).toBe('0 of 5 prompts changed. 1 waits to be promoted.');
    expect(await target.admin.call('getDetails', { params })).toMatchObject({
      stable: null,
      pendingPromotions: 1,
    });
  });

  it('asks for it where this prompt alone needs approvals', async () => {
    await target.admin.call('setPolicy', { body: freely });
    await commandsOf(target)('import', file, '--texts-only');
    const params = { name: 'mails/welcome' };
    await target.admin.call('setPromptPolicy', { params, body: { ...freely, requiredApprovals: 2 } });
    const { out } = await commandsOf(target)('import', file);
    expect(out).toContain('mails/welcome: a request to promote v1, which needs its approval here');
    expect(await target.admin.call('getDetails', { params })).toMatchObject({ stable: null });
  });

  it('leaves stable alone with --texts-only, and takes it up later', async () => {
    await target.admin.call('setPolicy', { body: freely });
    await commandsOf(target)('import', file, '--texts-only');
    const params = { name: 'mails/welcome' };
    expect((await target.admin.call('getDetails', { params })).stable).toBeNull();
    const { out } = await commandsOf(target)('import', file);
    expect(out).toContain('mails/welcome: stable v1, v3, v1');
    expect(await readAll(target)).toEqual(await readAll(source));
  });

  it('brings what is new since the last time, and leaves newer work alone', async () => {
    const name = 'mails/farewell';
    const params = { name };
    await target.admin.call('setPolicy', { body: freely });
    const other = await startTestRegistry();
    await other.admin.call('setPolicy', { body: freely });
    await other.admin.call('createPrompt', { body: { name, content: '1' } });
    await promote(other, name, 1, null);
    const [first, second] = [join(other.folder, '1.jsonl'), join(other.folder, '2.jsonl')];
    await commandsOf(other)('export', first);
    await commandsOf(target)('import', first);
    await other.admin.call('saveVersion', { params, body: { content: '2', baseVersion: 1 } });
    await other.admin.call('updateDetails', { params, body: { title: 'Goodbye' } });
    await promote(other, name, 2, 1);
    await commandsOf(other)('export', second);
    const { out } = await commandsOf(target)('import', second);
    expect(out).toContain('mails/farewell: version 2; title; stable v2');
    expect(await readAll(target)).toEqual(await readAll(other));

    const old = await commandsOf(target)('import', first);
    expect(old.code).toBe(0);
    expect(old.out).toContain('mails/farewell: left as it is: it has more versions here than in the file');
    expect(await readAll(target)).toEqual(await readAll(other));
    await other.remove();
  });

  it('leaves a prompt alone that has another text here, and ends with 1', async () => {
    const body = { name: 'mails/welcome', content: 'Another first' };
    await target.admin.call('createPrompt', { body });
    const result = await commandsOf(target)('import', file, '--json');
    expect(result.code).toBe(1);
    const { prompts, changed } = JSON.parse(result.out.join());
    expect(changed).toBe(4);
    expect(prompts.at(-1)).toMatchObject({ name: 'mails/welcome', state: 'different', differsAt: 1 });
    const params = { name: 'mails/welcome' };
    expect(await target.admin.call('getDetails', { params })).toMatchObject({ latest: 1, title: 'Welcome' });
    expect((await commandsOf(target)('import', file)).out).toContain(
      'mails/welcome: left as it is: its version 1 has another text here',
    );
  });

  it('needs the roles that it uses, and tells which one is missing', async () => {
    const viewer = await source.join('viewer');
    const asViewer = createCommandRunner(source.address, viewer.key);
    expect(await asViewer('export', `${file}.viewer`)).toMatchObject({ code: 0 });
    const reader = await target.join('viewer');
    const refused = await createCommandRunner(target.address, reader.key)('import', file);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('the role “editor”') });
    await target.admin.call('setPolicy', { body: freely });
    const editor = await target.join('editor');
    const { out } = await createCommandRunner(target.address, editor.key)('import', file);
    expect(out.at(-1)).toBe('5 of 5 prompts changed. 1 waits to be promoted.');
  });

  it('goes at the pace that a registry allows', async () => {
    const slow = await startTestRegistry({ rateLimit: 12 });
    const { code, out, err } = await commandsOf(slow)('import', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.at(-1)).toMatch(/^5 of 5 prompts changed/);
    await slow.remove();
  });

  it('never writes over a file, and leaves no half of one', async () => {
    const mine = `${file}.mine`;
    writeFileSync(mine, 'mine');
    const { code, err } = await commandsOf(source)('export', mine);
    expect(code).toBe(1);
    expect(err).toContain('already. Nothing was written.');
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    const gone = createCommandRunner(source.address, 'pf_nobody');
    expect((await gone('export', `${file}.2`)).code).toBe(1);
    expect(existsSync(`${file}.2`) || existsSync(`${file}.2.unfinished`)).toBe(false);
  });
});
