import { LangfuseClient } from '@langfuse/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let appKey: string;
const clientWith = (secretKey: string, baseUrl = registry.address) =>
  new LangfuseClient({ publicKey: 'anything', secretKey, baseUrl });

beforeAll(async () => {
  // The client tells of every refusal there as well.
  vi.spyOn(console, 'error').mockReturnValue();
  registry = await startTestRegistry();
  appKey = (await registry.join('app')).key;
  const { admin } = registry;
  await admin.call('setPolicy', {
    body: {
      requiredApprovals: 0,
      reviewerRoles: ['reviewer'],
      authorMayApprove: true,
      requirePassingTests: false,
    },
  });
  const name = 'mails/welcome';
  await admin.call('createPrompt', {
    body: { name, content: 'Hello {{ customer }}, {"json": {"n": 1}}\r\n', tags: ['mail'], note: 'First' },
  });
  const save = (content: string, baseVersion: number) =>
    admin.call('saveVersion', { params: { name }, body: { content, baseVersion } });
  await save('Dear {{customer}} & {{tier}}', 1);
  await save('Newest for {{customer}}', 2);
  const promotion = await admin.call('requestPromotion', {
    params: { name },
    body: { version: 2, expectedStable: null },
  });
  await admin.call('applyPromotion', { params: { id: promotion.id } });
  await admin.call('createPrompt', { body: { name: 'draft-only', content: 'Nobody promoted me.' } });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await registry.remove();
});

describe('the client of Langfuse', () => {
  it('gets the live text by default, and fills it in', async () => {
    const prompt = await clientWith(appKey).prompt.get('mails/welcome');
    expect(prompt).toMatchObject({
      name: 'mails/welcome',
      version: 2,
      type: 'text',
      prompt: 'Dear {{customer}} & {{tier}}',
      config: {},
      labels: ['production'],
      tags: ['mail'],
      isFallback: false,
    });
    expect(prompt.compile({ customer: 'Ana', tier: '<pro>' })).toBe('Dear Ana & <pro>');
  });

  it.each([
    [{ label: 'production' }, 2],
    [{ label: 'stable' }, 2],
    [{ label: 'latest' }, 3],
    [{ version: 1 }, 1],
  ])('gets %j', async (options, version) => {
    const prompt = await clientWith(appKey).prompt.get('mails/welcome', { type: 'text', ...options });
    expect(prompt.version).toBe(version);
  });

  it('gets every byte of the text, and its note', async () => {
    const prompt = await clientWith(appKey).prompt.get('mails/welcome', { type: 'text', version: 1 });
    expect(prompt.prompt).toBe('Hello {{ customer }}, {"json": {"n": 1}}\r\n');
    expect(prompt.compile({ customer: 'Ana' })).toBe('Hello Ana, {"json": {"n": 1}}\r\n');
    expect(prompt.commitMessage).toBe('First');
    expect(prompt.labels).toEqual([]);
  });

  it('uses its fallback where nothing was promoted, and never the newest text', async () => {
    const client = clientWith(appKey);
    const options = { type: 'text', fallback: 'Built in: {{customer}}', maxRetries: 0 } as const;
    const prompt = await client.prompt.get('draft-only', options);
    expect(prompt.isFallback).toBe(true);
    expect(prompt.compile({ customer: 'Ana' })).toBe('Built in: Ana');
  });

  it('goes on from its memory while the registry is away', async () => {
    const other = await startTestRegistry();
    await other.admin.call('createPrompt', { body: { name: 'kept', content: 'Hi {{customer}}' } });
    const client = clientWith(testAdminKey, other.address);
    const options = { type: 'text', label: 'latest', cacheTtlSeconds: 0.01, maxRetries: 0 } as const;
    await client.prompt.get('kept', options);
    await other.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const prompt = await client.prompt.get('kept', options);
    expect(prompt.isFallback).toBe(false);
    expect(prompt.compile({ customer: 'Ana' })).toBe('Hi Ana');
    const unknown = await client.prompt.get('other', { ...options, fallback: 'Built in' });
    expect(unknown.isFallback).toBe(true);
  });

  it.each([
    ['a prompt that is not there', () => clientWith(appKey).api.prompts.get('nobody'), 404],
    [
      'a label that is not there',
      () => clientWith(appKey).api.prompts.get('mails/welcome', { label: 'x' }),
      404,
    ],
    [
      'a version that is not there',
      () => clientWith(appKey).api.prompts.get('mails/welcome', { version: 9 }),
      404,
    ],
    ['nothing promoted', () => clientWith(appKey).api.prompts.get('draft-only'), 404],
    ['a key that is not known', () => clientWith('pf_nobody').api.prompts.get('mails/welcome'), 401],
    ['the list with the role app', () => clientWith(appKey).api.prompts.list(), 403],
    [
      'a version and a label at once',
      () => clientWith(appKey).api.prompts.get('mails/welcome', { version: 1, label: 'latest' }),
      400,
    ],
  ])('is told of %s in its own form', async (_, call, statusCode) => {
    const error = await Promise.resolve(call()).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      statusCode,
      body: { message: expect.stringMatching(/\.$/), error: expect.any(String) },
    });
  });

  it('lists prompts page by page', async () => {
    const { key } = await registry.join('viewer');
    const { prompts } = clientWith(key).api;
    expect(await prompts.list({ limit: 1 })).toEqual({
      data: [expect.objectContaining({ name: 'draft-only', versions: [1], labels: ['latest'] })],
      meta: { page: 1, limit: 1, totalItems: 2, totalPages: 2 },
    });
    expect((await prompts.list({ limit: 1, page: 2 })).data).toEqual([
      {
        name: 'mails/welcome',
        type: 'text',
        versions: [1, 2, 3],
        labels: ['production', 'latest'],
        tags: ['mail'],
        lastUpdatedAt: expect.stringMatching(/Z$/),
        lastConfig: {},
      },
    ]);
    const names = async (query: Parameters<typeof prompts.list>[0]) =>
      (await prompts.list(query)).data.map(({ name, versions }) => [name, versions]);
    expect(await names({ label: 'production' })).toEqual([['mails/welcome', [2]]]);
    expect(await names({ label: 'latest' })).toHaveLength(2);
    expect(await names({ label: 'unheard-of' })).toEqual([]);
    expect(await names({ tag: 'mail' })).toHaveLength(1);
    expect(await names({ name: 'draft-only' })).toHaveLength(1);
    expect(await names({ fromUpdatedAt: '2020-01-01T00:00:00Z' })).toHaveLength(2);
    expect(await names({ toUpdatedAt: '2020-01-01T00:00:00+02:00' })).toEqual([]);
    expect(await names({ page: 3 })).toEqual([]);
  });

  it('can write nothing', async () => {
    const client = clientWith((await registry.join('admin')).key);
    const body = { type: 'text' as const, name: 'new', prompt: 'x', labels: ['production'] };
    await expect(client.api.prompts.create(body)).rejects.toMatchObject({ statusCode: 405 });
    await expect(client.api.prompts.delete('mails/welcome')).rejects.toMatchObject({ statusCode: 405 });
    await expect(
      client.prompt.update({ name: 'mails/welcome', version: 3, newLabels: ['production'] }),
    ).rejects.toMatchObject({ statusCode: 404 });
    const { latest, stable } = await registry.admin.call('getDetails', { params: { name: 'mails/welcome' } });
    expect({ latest, stable }).toEqual({ latest: 3, stable: 2 });
  });
});

it.each([
  ['no key', {}],
  ['a user name alone', { authorization: `Basic ${btoa('user')}` }],
  ['something else', { authorization: 'Basic ???' }],
])('asks for Basic authentication where there is %s', async (_, headers) => {
  const response = await fetch(`${registry.address}/api/public/v2/prompts/draft-only`, { headers });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Basic realm="PromptForge"');
  expect(await response.json()).toMatchObject({ error: 'UnauthorizedError' });
});

it('does not take Basic authentication anywhere else', async () => {
  const response = await fetch(`${registry.address}/api/v1/me`, {
    headers: { authorization: `Basic ${btoa(`user:${appKey}`)}` },
  });
  expect(response.status).toBe(401);
});
