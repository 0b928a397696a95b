import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommandRunner } from '../support/run-command.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

/** The prompts of a Langfuse, as its API shows them: one version after the other. */
const prompts: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  'Mails/Welcome Mail': [
    {
      version: 2,
      type: 'text',
      prompt: 'Hello {{customer}}',
      labels: [],
      tags: ['mail'],
      commitMessage: 'First',
    },
    {
      ...{
        version: 5,
        type: 'text',
        prompt: 'Dear {{customer}}\r\n',
        labels: ['production', 'b'],
        tags: ['mail'],
      },
      ...{ commitMessage: null, createdAt: '2026-03-03T14:00:00.000Z' },
    },
    { version: 7, type: 'text', prompt: 'Newest', labels: ['latest'], tags: ['mail'] },
  ],
  'mails/welcome-mail': [{ version: 1, type: 'text', prompt: 'Of the same name', labels: [], tags: [] }],
  chat: [{ version: 1, type: 'chat', prompt: [{ role: 'system', content: 'x' }], labels: [], tags: [] }],
};

/** A stand-in for Langfuse's server, which cannot be run here: the two calls, from its documented shapes. */
const langfuse = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://x');
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  if (request.headers.authorization !== `Basic ${btoa('pk-1:sk-1')}`) return answer(401, { message: 'No' });
  const name = decodeURIComponent(/\/prompts\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
  if (name !== '') {
    const number = Number(url.searchParams.get('version'));
    return answer(200, { name, config: {}, ...prompts[name]?.find(({ version }) => version === number) });
  }
  const page = Number(url.searchParams.get('page'));
  const [entry] = Object.entries(prompts).slice(page - 1);
  const data = entry ? [{ name: entry[0], versions: entry[1].map(({ version }) => version).reverse() }] : [];
  return answer(200, { data, meta: { page, limit: 1, totalItems: 3, totalPages: 3 } });
});

let registry: TestRegistry;
let file: string;
let environment: Record<string, string>;
beforeEach(async () => {
  registry = await startTestRegistry();
  file = join(registry.folder, 'langfuse.jsonl');
  await new Promise<void>((resolve) => langfuse.listen(0, '127.0.0.1', resolve));
  const { port } = langfuse.address() as AddressInfo;
  environment = {
    LANGFUSE_BASE_URL: `http://127.0.0.1:${port}/`,
    LANGFUSE_PUBLIC_KEY: 'pk-1',
    LANGFUSE_SECRET_KEY: 'sk-1',
  };
});
afterEach(async () => {
  langfuse.closeAllConnections();
  await new Promise((resolve) => langfuse.close(resolve));
  await registry.remove();
});

it('brings prompts over with their versions, labels and notes', async () => {
  const { admin } = registry;
  const promptforge = createCommandRunner(registry.address, testAdminKey, environment);
  const read = await promptforge('read-langfuse', file);
  expect(read.code).toBe(0);
  expect(read.out.join()).toMatch(/ has 2 prompts with 4 versions\.$/);
  expect(read.err.split('\n')).toEqual([
    '“Mails/Welcome Mail” becomes “mails/welcome-mail”.',
    '“mails/welcome-mail” becomes “mails/welcome-mail-2”.',
    '“chat”, version 1, is left out: it is not a text.',
  ]);
  expect((await promptforge('import', file)).code).toBe(0);

  const params = { name: 'mails/welcome-mail' };
  expect(await admin.call('getDetails', { params })).toMatchObject({
    latest: 3,
    stable: null,
    pendingPromotions: 1,
    tags: ['mail'],
  });
  const versions = await Promise.all(
    [1, 2, 3].map((version) => admin.call('getVersion', { params: { ...params, version } })),
  );
  expect(versions.map(({ content, note }) => [content, note])).toEqual([
    ['Hello {{customer}}', 'First\n\nLangfuse: version 2'],
    [
      'Dear {{customer}}\r\n',
      'Langfuse: version 5, production, b\n\nImported: saved at 2026-03-03T14:00:00.000Z.',
    ],
    ['Newest', 'Langfuse: version 7, latest'],
  ]);
  expect((await admin.call('listPromotions', { query: {} })).items).toMatchObject([{ version: 2 }]);
  expect((await promptforge('import', file)).out.at(-1)).toMatch(/^0 of 2 prompts changed/);
});

it('reads what a registry shows in Langfuse’s form', async () => {
  const { admin } = registry;
  await admin.call('createPrompt', { body: { name: 'a/b', content: '1 {{x}}', note: 'n' } });
  await admin.call('saveVersion', { params: { name: 'a/b' }, body: { content: '2 {{x}}', baseVersion: 1 } });
  const own = { ...environment, LANGFUSE_BASE_URL: registry.address, LANGFUSE_SECRET_KEY: testAdminKey };
  const promptforge = createCommandRunner(registry.address, testAdminKey, own);
  expect(await promptforge('read-langfuse', file)).toMatchObject({ code: 0, err: '' });
  const preview = await promptforge('import', file, '--dry-run');
  expect(preview.out).toEqual(['a/b: nothing to do', '0 of 1 prompt would change. Nothing was changed.']);
});

it.each([
  [{ LANGFUSE_SECRET_KEY: 'sk-2' }, 1, 'refuses these keys'],
  [{ LANGFUSE_BASE_URL: 'http://127.0.0.1:9' }, 1, 'does not answer'],
  [{ LANGFUSE_PUBLIC_KEY: '' }, 2, 'LANGFUSE_PUBLIC_KEY'],
])('says what is wrong with %j', async (wrong, code, sentence) => {
  const promptforge = createCommandRunner(registry.address, testAdminKey, { ...environment, ...wrong });
  expect(await promptforge('read-langfuse', file)).toMatchObject({
    code,
    err: expect.stringContaining(sentence),
  });
});
