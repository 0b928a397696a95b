import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxPolicy } from '#core/domain/promotion.ts';
import { readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let number = 0;
let name = '';
beforeAll(async () => {
  registry = await startTestRegistry({ defaultPolicy: sandboxPolicy });
});
afterAll(() => registry.remove());
beforeEach(() => {
  number += 1;
  name = `prompt-${number}`;
});

const create = (content: string, variables: unknown[] = []) =>
  registry.admin.call('createPrompt', { body: { name, content, variables: variables as [] } });
const save = (content: string, baseVersion: number) =>
  registry.admin.call('saveVersion', { params: { name }, body: { content, baseVersion } });
const resolve = (body: object = {}) => registry.admin.call('resolvePrompt', { params: { name }, body });
const refuse = (body: object = {}) => registry.admin.refuse('resolvePrompt', { params: { name }, body });
const promote = async (version: number, expectedStable: number | null) => {
  const { id } = await registry.admin.call('requestPromotion', {
    params: { name },
    body: { version, expectedStable },
  });
  return registry.admin.call('applyPromotion', { params: { id } });
};

describe('the version that is served', () => {
  it('is stable unless something else is asked for, and never falls back', async () => {
    await create('one');
    expect(await refuse()).toMatchObject({ code: 'channel-empty', status: 404 });
    expect(await refuse({ version: 'stable' })).toMatchObject({ code: 'channel-empty' });
    await promote(1, null);
    await save('two', 1);
    expect(await resolve()).toMatchObject({ version: 1, channel: 'stable', content: 'one' });
    expect(await resolve({ version: 'latest' })).toMatchObject({
      version: 2,
      channel: 'latest',
      content: 'two',
    });
    expect(await resolve({ version: 1 })).toMatchObject({ version: 1, channel: null, content: 'one' });
    expect(await refuse({ version: 3 })).toMatchObject({ code: 'version-not-found', status: 404 });
  });

  it('is the new one with the next call after each move', async () => {
    await create('text of 1');
    await promote(1, null);
    for (let version = 2; version <= 20; version += 1) {
      await save(`text of ${version}`, version - 1);
      expect(await resolve({ version: 'latest' })).toMatchObject({ content: `text of ${version}` });
      await promote(version, version - 1);
      expect(await resolve()).toMatchObject({ version, content: `text of ${version}` });
      const back = { version: version - 1, reason: 'test', expectedStable: version };
      await registry.admin.call('rollBack', { params: { name }, body: back });
      expect(await resolve()).toMatchObject({ content: `text of ${version - 1}` });
      await registry.admin.call('rollBack', {
        params: { name },
        body: { version, reason: 'test', expectedStable: version - 1 },
      });
    }
  });

  it('is the moved one for every reader while readers are many', async () => {
    await create('text of 1');
    await promote(1, null);
    let stable = 1;
    let isDone = false;
    const readers = Array.from({ length: 8 }, async () => {
      while (!isDone) {
        const known = stable;
        const { version } = await resolve();
        expect(version).toBeGreaterThanOrEqual(known);
      }
    });
    for (let version = 2; version <= 15; version += 1) {
      await save(`text of ${version}`, version - 1);
      await promote(version, version - 1);
      stable = version;
    }
    isDone = true;
    await Promise.all(readers);
  });

  it('is served from archived prompts, too', async () => {
    await create('old words');
    await registry.admin.call('updateDetails', { params: { name }, body: { archived: true } });
    expect(await resolve({ version: 'latest' })).toMatchObject({ content: 'old words' });
  });

  it('takes a number, stable or latest by GET, and nothing else', async () => {
    await create('one');
    const get = (query: string) => registry.admin.send('GET', `/prompts/${name}${query}`);
    expect((await get('?_version=1')).status).toBe(200);
    expect((await get('?_version=latest')).status).toBe(200);
    expect(await readProblem(await get(''))).toMatchObject({ code: 'channel-empty' });
    for (const query of [
      '?_version=v1',
      '?_version=newest',
      '?_version=',
      '?_missing=ignore',
      '?_colour=red',
    ]) {
      expect(await readProblem(await get(query))).toMatchObject({ code: 'invalid-request' });
    }
  });
});

describe('variables', () => {
  const variables = [
    { name: 'n', type: 'number', required: true },
    { name: 'b', type: 'boolean', required: false },
    { name: 'c', type: 'choice', choices: ['x', 'y'], required: false, default: 'y' },
    { name: 'unused', type: 'text', required: true },
  ];
  const latest = { version: 'latest' };

  it('are inserted as they are, and never read again', async () => {
    await create('{{a}}|{{ b }}|{{c}}');
    const given = { a: '{{b}}', b: '\\{{a}} <b>&amp;</b> \u2028 "\'', c: 'ü\r\n\t' };
    expect((await resolve({ ...latest, variables: given })).content).toBe(`{{b}}|${given.b}|${given.c}`);
  });

  it('may be called like what every object has', async () => {
    await create('{{constructor}} {{toString}}');
    expect(await refuse(latest)).toMatchObject({ names: ['constructor', 'toString'] });
    const given = { constructor: 'a', toString: 'b' };
    expect((await resolve({ ...latest, variables: given })).content).toBe('a b');
  });

  it('are named where they are missing', async () => {
    await create('{{n}}, {{b}}, {{c}}, {{ more }}', variables);
    expect(await refuse(latest)).toMatchObject({
      code: 'missing-variables',
      status: 422,
      names: ['n', 'more'],
    });
    expect((await resolve({ ...latest, missing: 'blank' })).content).toBe(', , y, ');
    expect((await resolve({ ...latest, missing: 'keep' })).content).toBe('{{n}}, , y, {{ more }}');
    const { content, variables: names } = await resolve({
      ...latest,
      variables: { n: 1.5, b: true, more: '' },
    });
    expect(content).toBe('1.5, true, y, ');
    expect(names).toEqual(['n', 'b', 'c', 'unused', 'more']);
  });

  it('are refused with a reason each where they do not fit', async () => {
    await create('{{n}}{{b}}{{c}}', variables);
    const given = { n: 'many', b: 'maybe', c: 'z', unused: null };
    for (const missing of ['error', 'blank', 'keep']) {
      expect(await refuse({ ...latest, missing, variables: given })).toMatchObject({
        code: 'invalid-variables',
        status: 422,
        reasons: {
          n: 'must be a number',
          b: 'must be true or false',
          c: 'must be one of: x, y',
          unused: 'must be a text, a number, or true or false',
        },
      });
    }
  });

  it('that the prompt does not know are ignored', async () => {
    await create('fixed');
    expect((await resolve({ ...latest, variables: { other: { deep: [1] } } })).content).toBe('fixed');
  });

  it('come by GET as every parameter that does not begin with “_”', async () => {
    await create('{{a}} {{a.b}} {{c-d}} {{version}}');
    const query = `_version=1&a=${encodeURIComponent('ä & {{b}}')}&a.b=2&c-d=+x%2B&version=9`;
    const response = await registry.admin.send('GET', `/prompts/${name}?${query}`);
    expect(await response.json()).toMatchObject({ content: 'ä & {{b}} 2  x+ 9', version: 1 });
  });
});

describe('the answer', () => {
  it('hashes the content as it was stored', async () => {
    const { contentHash } = await create('Grüße, {{name}}');
    const digest = createHash('sha256').update('Grüße, {{name}}', 'utf8').digest('hex');
    expect(contentHash).toBe(`sha256:${digest}`);
    expect((await resolve({ version: 1, missing: 'blank' })).contentHash).toBe(contentHash);
  });

  it('may be the finished text alone', async () => {
    await create('Grüße, {{name}}\r\n');
    const get = (accept: string) =>
      registry.admin.send('GET', `/prompts/${name}?_version=1&name=Ada`, { headers: { accept } });
    const plain = await get('text/plain');
    expect(plain.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await plain.text()).toBe('Grüße, Ada\r\n');
    for (const accept of [
      'text/*',
      'application/json;q=0.5, text/plain',
      'text/plain;q=0.1, application/json;q=0',
    ]) {
      expect((await get(accept)).headers.get('content-type')).toMatch(/^text\/plain/);
    }
    for (const accept of [
      '*/*',
      'application/json',
      'text/html',
      'application/json, text/plain;q=0.9',
      'x',
    ]) {
      expect((await get(accept)).headers.get('content-type')).toMatch(/^application\/json/);
    }
    const body = { version: 1, variables: { name: 'Bo' } };
    const posted = await registry.admin.send('POST', `/prompts/${name}`, {
      body,
      headers: { accept: 'text/plain' },
    });
    expect(await posted.text()).toBe('Grüße, Bo\r\n');
    const problem = await registry.admin.send('GET', `/prompts/${name}`, {
      headers: { accept: 'text/plain' },
    });
    expect(await readProblem(problem)).toMatchObject({ code: 'channel-empty' });
    expect(problem.headers.get('cache-control')).toBe('no-store');
  });

  it('has a strong ETag over what is served, and is not sent again', async () => {
    await create('Hello {{name}}');
    await promote(1, null);
    const get = (query: string, headers = {}) =>
      registry.admin.send('GET', `/prompts/${name}${query}`, { headers });
    const tagOf = async (query: string, headers = {}) =>
      (await get(query, headers)).headers.get('etag') ?? '';
    const tag = await tagOf('?name=Ada');
    expect(tag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
    expect(await tagOf('?name=Ada')).toBe(tag);
    const others = [
      await tagOf('?name=Bo'),
      await tagOf('?name=Ada&_version=1'),
      await tagOf('?name=Ada', { accept: 'text/plain' }),
    ];
    expect(new Set([tag, ...others]).size).toBe(4);

    for (const header of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
      const again = await get('?name=Ada', { 'if-none-match': header });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(tag);
      expect(again.headers.get('cache-control')).toBe('private, max-age=60');
    }
    expect((await get('?name=Bo', { 'if-none-match': tag })).status).toBe(200);
    const body = { variables: { name: 'Ada' } };
    const headers = { 'if-none-match': tag };
    expect((await registry.admin.send('POST', `/prompts/${name}`, { body, headers })).status).toBe(304);

    await save('Hi {{name}}', 1);
    await promote(2, 1);
    expect((await get('?name=Ada', { 'if-none-match': tag })).status).toBe(200);
  });

  it('says how long it may be kept', async () => {
    await create('x');
    const headersOf = async (query: string) =>
      (await registry.admin.send('GET', `/prompts/${name}${query}`)).headers;
    expect((await headersOf('?_version=latest')).get('cache-control')).toBe('private, max-age=60');
    const fixed = await headersOf('?_version=1');
    expect(fixed.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(fixed.get('vary')).toBe('Accept, Authorization');
    expect(fixed.get('access-control-allow-origin')).toBeNull();
    const details = await registry.admin.send('GET', `/prompts/${name}/details`);
    expect(details.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is the same for the same question, and changes nothing', async () => {
    await create('Hello {{name}}');
    const before = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () =>
        (await registry.admin.send('GET', `/prompts/${name}?_version=1&name=Ada`)).text(),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } })).toEqual(before);
  });

  it('needs no body where all is as usual', async () => {
    await create('x');
    await promote(1, null);
    expect((await registry.admin.send('POST', `/prompts/${name}`)).status).toBe(200);
    const headers = { 'content-type': 'application/json' };
    expect((await registry.admin.send('POST', `/prompts/${name}`, { headers })).status).toBe(200);
    expect((await registry.admin.send('HEAD', `/prompts/${name}`)).status).toBe(200);
  });
});
