import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryCaller } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

type Member = Awaited<ReturnType<TestRegistry['join']>>;

const day = 24 * 3_600_000;
let registry: TestRegistry;
let editor: Member;
let passed = 0;

beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => new Date(Date.now() + passed) });
  editor = await registry.join('editor');
});
afterAll(() => registry.remove());

/** Sends a call with an `Idempotency-Key`. */
async function post(path: string, key: string, body?: unknown, caller: RegistryCaller = editor) {
  const response = await caller.send('POST', path, { body, headers: { 'idempotency-key': key } });
  return { status: response.status, body: await response.text() };
}

const countEvents = async () => {
  const { items } = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  return items[0]?.seq ?? 0;
};

describe('the same call', () => {
  it('has one effect and a hundred equal answers, over a restart', async () => {
    await editor.call('createPrompt', { body: { name: 'once', content: 'v1' } });
    const before = await countEvents();
    const send = () =>
      post('/prompts/once/versions', 'save-1', { content: 'v2', baseVersion: 1, note: '“a”' });
    const first = await Promise.all(Array.from({ length: 50 }, send));
    await registry.restart();
    const rest = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set([...first, ...rest].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(first[0]?.status).toBe(201);
    expect(await countEvents()).toBe(before + 1);
    expect((await editor.call('getDetails', { params: { name: 'once' } })).latest).toBe(2);
  });

  it('is known by its meaning, not by the order of its fields', async () => {
    const first = await post('/prompts', 'create-1', { name: 'ordered', content: 'x' });
    expect(await post('/prompts', 'create-1', { content: 'x', name: 'ordered', note: '' })).toEqual(first);
  });

  it('goes on being answered when the state has moved on', async () => {
    await editor.call('createPrompt', { body: { name: 'moved-on', content: 'v1' } });
    const body = { content: 'v2', baseVersion: 1 };
    const first = await post('/prompts/moved-on/versions', 'k', body);
    await editor.call('saveVersion', {
      params: { name: 'moved-on' },
      body: { content: 'v3', baseVersion: 2 },
    });
    expect(await post('/prompts/moved-on/versions', 'k', body)).toEqual(first);
  });

  it('gets the same refusal where it changed nothing', async () => {
    const send = () => post('/prompts', 'refused', { name: 'once', content: 'again' });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 409, body: expect.stringContaining('prompt-exists') });
  });

  it('is a new call after a day', async () => {
    const send = () => post('/prompts', 'tomorrow', { name: 'tomorrow', content: 'x' });
    expect((await send()).status).toBe(201);
    passed += day - 60_000;
    expect((await send()).status).toBe(201);
    passed += 60_001;
    expect((await send()).status).toBe(409);
  });
});

describe('a key for calls', () => {
  it('is refused with another body, and nothing is changed', async () => {
    await post('/prompts', 'reused', { name: 'reused', content: 'x' });
    const before = await countEvents();
    const answer = await post('/prompts', 'reused', { name: 'reused-too', content: 'x' });
    expect(answer).toMatchObject({ status: 422, body: expect.stringContaining('idempotency-key-reused') });
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        post('/prompts', 'raced', { name: `raced-${index}`, content: 'x' }),
      ),
    );
    expect(many.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(many.filter(({ status }) => status === 422)).toHaveLength(19);
    expect(await countEvents()).toBe(before + 1);
  });

  it('belongs to the member and the address', async () => {
    const other = await registry.join('editor');
    expect((await post('/prompts', 'mine', { name: 'of-one', content: 'x' })).status).toBe(201);
    expect((await post('/prompts', 'mine', { name: 'of-other', content: 'x' }, other)).status).toBe(201);
    const elsewhere = await post('/prompts/of-one/versions', 'mine', { content: 'y', baseVersion: 1 });
    expect(elsewhere.status).toBe(201);
    const { secret } = await registry.admin.call('rotateKey', { params: { id: editor.keyId } });
    const send = () => post('/prompts', 'mine', { name: 'of-one', content: 'x' }, registry.as(secret));
    expect((await send()).status).toBe(201);
    editor = { ...registry.as(secret), id: editor.id, key: secret, keyId: editor.keyId };
  });

  it('says nothing to somebody who may not call', async () => {
    const viewer = await registry.join('viewer');
    expect((await post('/prompts', 'mine', { name: 'of-one', content: 'x' }, viewer)).status).toBe(403);
  });

  it('has 1 to 255 printable characters', async () => {
    for (const key of ['', 'x'.repeat(256), 'ä']) {
      const answer = await post('/prompts', key, { name: 'never', content: 'x' });
      expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('Idempotency-Key') });
    }
  });

  it('means nothing where nothing is changed', async () => {
    const resolve = (body: object) => post('/prompts/once', 'read', body);
    expect((await resolve({ version: 1 })).body).toContain('"content":"v1"');
    expect((await resolve({ version: 2 })).body).toContain('"content":"v2"');
  });
});

it('never keeps a secret: the repeated call makes no second key, and says so', async () => {
  const member = await registry.join('viewer');
  const create = () => post(`/members/${member.id}/keys`, 'key-1', { name: 'laptop' }, registry.admin);
  const { status, body } = await create();
  expect(status).toBe(201);
  const { id, secret } = JSON.parse(body) as { id: string; secret: string };
  const again = await create();
  expect(again).toMatchObject({ status: 409, body: expect.stringContaining('secret-not-repeated') });
  expect(JSON.parse(again.body).first).toEqual({
    id,
    name: 'laptop',
    prefix: secret.slice(0, 11),
    expiresAt: null,
  });
  const { items } = await registry.admin.call('listKeys', { params: { id: member.id }, query: {} });
  expect(items).toHaveLength(2);
  const rotate = () => post(`/keys/${id}/rotate`, 'rotate-1', undefined, registry.admin);
  const rotated = await rotate();
  expect(rotated.status).toBe(200);
  expect((await rotate()).status).toBe(409);
  await registry.as(JSON.parse(rotated.body).secret).call('getMe', {});
});
