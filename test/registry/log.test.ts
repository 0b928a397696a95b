import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeError } from '#main/registry/log.ts';
import { createCaller } from '../support/registry-caller.ts';
import { startRegistryProcess } from '../support/start-registry-process.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

/** Stands in everything that must not be logged. */
const words = 'These words belong to somebody';
let registry: TestRegistry;
const secrets: string[] = [testAdminKey];

beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

const logged = () => registry.log.map((entry) => JSON.stringify(entry));

/** A day of a registry in short: what works, what is refused and what fails. */
async function beBusy() {
  const { admin } = registry;
  const editor = await registry.join('editor');
  const app = await registry.join('app');
  secrets.push(editor.key, app.key);
  const params = { name: 'mails/welcome' };
  const content = `${words} {{customer}}`;
  const variables = [{ name: 'customer', type: 'text' as const, required: true, description: words }];
  await editor.call('createPrompt', { body: { ...params, content, variables, note: words, title: words } });
  await editor.call('saveVersion', {
    params,
    body: { content: `${content}!`, variables, note: words, baseVersion: 1 },
  });
  await editor.call('updateDetails', { params, body: { description: words } });
  const promotion = await editor.call('requestPromotion', {
    params,
    body: { version: 1, note: words, expectedStable: null },
  });
  await editor.refuse('applyPromotion', { params: { id: promotion.id } });
  await app.call('resolvePrompt', { params, body: { version: 'latest', variables: { customer: words } } });
  await app.send('GET', `/prompts/mails%2Fwelcome?_version=latest&customer=${encodeURIComponent(words)}`);
  await app.send('GET', `/prompts/mails%2Fwelcome?_wrong=${encodeURIComponent(words)}`);
  await app.refuse('resolvePrompt', { params: { name: 'nobody' }, body: {} });
  await app.refuse('listMembers', { query: {} });
  await registry.as(`pf_${words.replaceAll(' ', '_')}`).refuse('getMe', {});
  await admin.send('POST', '/prompts', { body: { name: 'x', content: words, [words]: words } });
  await fetch(`${registry.address}/api/v1/prompts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testAdminKey}`, 'content-type': 'application/json' },
    body: `{"content": "${words}`,
  });
  const basic = { authorization: `Basic ${btoa(`user:${app.key}`)}` };
  await fetch(`${registry.address}/api/public/v2/prompts/mails%2Fwelcome?label=latest`, { headers: basic });
  await fetch(`${registry.address}/${encodeURIComponent(words)}`, { method: 'POST' });
  const { keyId } = await registry.join('viewer');
  secrets.push((await admin.call('rotateKey', { params: { id: keyId } })).secret);
  await admin.call('revokeKey', { params: { id: keyId }, query: { reason: words } });
  await registry.runSql(`update "versions" set "variables" = '[{"${words}' where "version" = 1`);
  await editor.send('GET', '/prompts/mails%2Fwelcome/versions/1');
}

describe('the log of a busy registry', () => {
  beforeAll(beBusy);

  it('has no key and nobody’s words', () => {
    expect(logged().length).toBeGreaterThan(10);
    for (const line of logged()) {
      for (const secret of [words, encodeURIComponent(words), words.replaceAll(' ', '_'), ...secrets]) {
        expect(line).not.toContain(secret);
      }
    }
  });

  it('tells who changed what, with the request’s id', async () => {
    const saved = registry.log.find(({ facts }) => {
      const { route, method } = (facts ?? {}) as Record<string, unknown>;
      return method === 'POST' && route === '/api/v1/prompts/:name/versions';
    });
    expect(saved).toEqual({
      message: 'A request was answered.',
      facts: {
        request: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'POST',
        route: '/api/v1/prompts/:name/versions',
        prompt: 'mails/welcome',
        member: expect.any(String),
        key: expect.any(String),
        status: 201,
        milliseconds: expect.any(Number),
      },
    });
  });

  it('tells of refused keys and missing roles, and of what failed', () => {
    const lines = logged().join('\n');
    expect(lines).toContain('"status":401');
    expect(lines).toContain('"status":403');
    expect(lines).toContain('A request failed.');
    expect(lines).toContain('"error":"SyntaxError"');
  });

  it('tells who was refused for a missing role', () => {
    const refusals = registry.log.filter(({ facts }) => (facts as { status?: number }).status === 403);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { facts } of refusals) {
      expect(facts).toMatchObject({ member: expect.any(String), key: expect.any(String) });
    }
  });

  it('is silent about reading', () => {
    const methods = registry.log.map(({ facts }) => (facts as { method?: string; status?: number }) ?? {});
    expect(methods.filter(({ method, status = 0 }) => method === 'GET' && status < 400)).toEqual([]);
    expect(logged().join()).not.toContain('"route":"/api/v1/prompts/:name"');
  });
});

it('names each request by the id that it came with, or a new one', async () => {
  const ask = async (id?: string) => {
    const headers = id === undefined ? {} : { 'x-request-id': id };
    return (await registry.admin.send('GET', '/me', { headers })).headers.get('x-request-id');
  };
  expect(await ask('proxy-17.a_B')).toBe('proxy-17.a_B');
  expect(await ask()).toMatch(/^[0-9a-f-]{36}$/);
  expect(await ask('not one; at all')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await ask('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
});

it('is written as lines of JSON', async () => {
  const folder = makeTemporaryFolder();
  const running = await startRegistryProcess(['--port', '0', '--data', folder.path], {
    PROMPTFORGE_ADMIN_KEY: testAdminKey,
  });
  const lines: string[] = [];
  running.process.stderr?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));
  await createCaller(running.address, testAdminKey).call('createPrompt', {
    body: { name: 'a', content: words },
  });
  await running.end('SIGTERM');
  expect(lines.join('\n')).not.toContain(words);
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toContainEqual({
    level: 30,
    time: expect.stringMatching(/Z$/),
    request: expect.any(String),
    method: 'POST',
    route: '/api/v1/prompts',
    member: expect.any(String),
    key: expect.any(String),
    status: 201,
    milliseconds: expect.any(Number),
    msg: 'A request was answered.',
  });
  folder.remove();
});

it('does not quote what could not be read', () => {
  let fault: unknown;
  try {
    JSON.parse(`{"a": ${words}`);
  } catch (error) {
    fault = error;
  }
  const described = describeError(fault);
  expect(JSON.stringify(described)).not.toContain('words');
  expect(described.stack).toContain('log.test.ts');
});
