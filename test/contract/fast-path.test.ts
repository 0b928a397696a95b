import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

/**
 * Applications' calls are answered on a way past the router where everything is in memory. The same call with the
 * character set named goes through the router: both must answer alike.
 */

let registry: TestRegistry;
const name = 'fast/path';
beforeAll(async () => {
  registry = await startTestRegistry({ defaultPolicy: sandboxPolicy });
  const { admin } = registry;
  const variables = [
    { name: 'count', type: 'number' as const, required: false, default: 3 },
    { name: 'tone', type: 'choice' as const, choices: ['warm', 'cool'], required: false },
  ];
  const content = 'Hello {{name}} “{{tone}}” {{count}} \\{{x}} 漢字🙂';
  await admin.call('createPrompt', { body: { name, content, variables } });
  await admin.call('saveVersion', { params: { name }, body: { content: '{{name}}!', baseVersion: 1 } });
  const body = { version: 1, expectedStable: null };
  const { id } = await admin.call('requestPromotion', { params: { name }, body });
  await admin.call('applyPromotion', { params: { id } });
  for (const version of [1, 2])
    await admin.call('resolvePrompt', { params: { name }, body: { version, missing: 'blank' } });
});
afterAll(() => registry.remove());

const plain = 'application/json';
const named = 'application/json; charset=utf-8';

async function ask(contentType: string, body: string | Uint8Array<ArrayBuffer>, headers: object = {}) {
  const path = `${registry.address}/api/v1/prompts/${encodeURIComponent(name)}`;
  const key = testAdminKey;
  const response = await fetch(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': contentType, ...headers },
    body,
  });
  const { date: _, 'x-request-id': requestId, ...rest } = Object.fromEntries(response.headers);
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return { status: response.status, headers: rest, body: await response.text() };
}

async function compare(body: string | Uint8Array<ArrayBuffer>, headers: object = {}) {
  const answer = await ask(plain, body, headers);
  expect(answer).toEqual(await ask(named, body, headers));
  return answer;
}

it.each([
  '',
  '{}',
  'null',
  '[]',
  '"x"',
  '{',
  '{"version":1}',
  '{"version":"latest"}',
  '{"version":null}',
  '{"version":1.5}',
  '{"version":0}',
  '{"version":3}',
  '{"version":4294967296}',
  '{"version":"1"}',
  '{"other":1}',
  '{"missing":"none"}',
  '{"missing":"keep"}',
  '{"missing":"blank","version":1}',
  '{"variables":null}',
  '{"variables":[]}',
  '{"variables":{"name":null}}',
  '{"variables":{"name":"A","count":"x","tone":"loud"}}',
  '{"variables":{"name":"A","count":1e400}}',
  '{"variables":{"name":"{{tone}}","tone":"warm","unknown":[1]}}',
  '{"variables":{"name":"\\ud800"}}',
  '{"variables":{"__proto__":{"name":"A"}}}',
  '{"__proto__":{"version":1}}',
  '{"constructor":1}',
  '{"variables":{"name":"A","unknown":{"a":1}}}',
  `{"variables":{"name":"A","unknown":${'['.repeat(70)}${']'.repeat(70)}}}`,
])('answers %s as the router does', async (body) => {
  await compare(body);
});

it('answers bytes that are no text, and bodies of any length, as the router does', async () => {
  await compare(new Uint8Array([0x7b, 0xff, 0x7d]));
  for (const length of [10_000, 70_000, 3_000_000]) {
    const { status } = await compare(JSON.stringify({ variables: { name: 'ä'.repeat(length) } }));
    expect(status).toBe(length > 2_000_000 ? 413 : 200);
  }
});

it('answers any values as the router does', async () => {
  const body = fc.record(
    {
      version: fc.constantFrom('stable', 'latest', 1, 2, 9),
      missing: fc.constantFrom('error', 'blank', 'keep'),
      variables: fc.dictionary(fc.constantFrom('name', 'count', 'tone', 'x'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(body, async (given) => void (await compare(JSON.stringify(given)))),
    { numRuns: 150 },
  );
});

it('takes conditions and other forms of answer as the router does', async () => {
  const body = '{"variables":{"name":"A"}}';
  const { headers } = await compare(body);
  const etag = headers.etag ?? '';
  expect((await compare(body, { 'if-none-match': etag })).status).toBe(304);
  await compare(body, { accept: 'text/plain' });
  await compare(body, { accept: '*/*' });
  await compare(body, { host: 'elsewhere.example' });
  for (const authorization of ['', 'Bearer x', `Basic ${testAdminKey}`, `bearer  ${testAdminKey}`])
    await compare(body, { authorization });
});

it('lets nobody pass whose key was revoked', async () => {
  const member = await registry.join('app');
  const body = { variables: { name: 'A' } };
  const send = () => member.send('POST', `/prompts/${encodeURIComponent(name)}`, { body });
  for (const status of [200, 200]) expect((await send()).status).toBe(status);
  await registry.admin.send('DELETE', `/keys/${member.keyId}`);
  expect((await send()).status).toBe(401);
});

it('answers under the registry’s own names alone', async () => {
  const { hostname, port } = new URL(registry.address);
  const askAs = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const path = `/api/v1/prompts/${encodeURIComponent(name)}`;
      const headers = { host, authorization: `Bearer ${testAdminKey}`, 'content-type': plain };
      const sent = request({ hostname, port, path, method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end('{"missing":"blank"}');
    });
  expect(await askAs(`${hostname}:${port}`)).toBe(200);
  expect(await askAs(`evil.example:${port}`)).toBe(403);
});
