import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
  await registry.admin.call('createPrompt', { body: { name: 'a', content: 'text' } });
});
afterAll(() => registry.remove());

const post = async (path: string, body: unknown) =>
  readProblem(await registry.admin.send('POST', path, { body }));
const get = async (path: string) => readProblem(await registry.admin.send('GET', path));

/** A body that is not what `JSON.stringify` makes. */
async function postRaw(
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string | null,
  path = '/prompts',
) {
  const { authorization } = { authorization: 'Bearer pf_administrators_key_of_the_tests' };
  const headers = { authorization, ...(contentType === null ? {} : { 'content-type': contentType }) };
  const response = await fetch(`${registry.address}/api/v1${path}`, { method: 'POST', headers, body });
  return readProblem(response);
}

describe('a request that is not valid', () => {
  it('names each field and what is wrong with it', async () => {
    const problem = await post('/prompts', { name: 'Not A Name', tags: 'x', surprise: 1 });
    expect(problem).toMatchObject({ code: 'invalid-request', status: 400 });
    const errors = new Map(problem.errors?.map((error) => [error.field, error.message]));
    expect([...errors.keys()].sort()).toEqual(['content', 'name', 'surprise', 'tags']);
    expect(errors.get('content')).toBe('This is missing.');
    expect(errors.get('tags')).toBe('This must be a list.');
    expect(errors.get('surprise')).toBe('There is no such field.');
    expect(errors.get('name')).toMatch(/^Use lower-case letters/);
  });

  it.each<[string, string, unknown, string, string]>([
    ['POST', '/prompts', { name: 'b', content: 'x', title: '' }, 'title', 'This is empty.'],
    [
      'POST',
      '/prompts',
      { name: 'b', content: 'x', note: 'n'.repeat(2_001) },
      'note',
      'This may have 2,000 characters at most.',
    ],
    [
      'POST',
      '/prompts',
      { name: 'b', content: 'x', tags: Array(51).fill('t') },
      'tags',
      'There may be 50 at most.',
    ],
    ['POST', '/prompts', { name: 'b', content: 7 }, 'content', 'This must be a text.'],
    ['POST', '/prompts/a', { version: 'newest' }, 'version', 'This must be “stable”, “latest” or a number.'],
    ['POST', '/prompts/a', { version: 0 }, 'version', 'This must be more than zero.'],
    ['POST', '/prompts/a', { missing: 'none' }, 'missing', 'This must be “error”, “blank” or “keep”.'],
    ['POST', '/prompts/a', { variables: [] }, 'variables', 'This must be an object.'],
    ['POST', '/members', { name: 'A', roles: [] }, 'roles', 'Give one at least.'],
    [
      'POST',
      '/members',
      { name: 'A', roles: ['admin'], email: 'nobody' },
      'email',
      'Give an e-mail address.',
    ],
    [
      'PUT',
      '/prompts/a/test-inputs',
      [{ title: 'T', checks: [{ kind: 'guess' }] }],
      '0.checks.0.kind',
      'There is no such kind.',
    ],
    [
      'PUT',
      '/prompts/a/test-inputs',
      [{ title: 'T', variables: { '1st': 'x' } }],
      '0.variables.1st',
      'This cannot be the name of a variable.',
    ],
    [
      'PUT',
      '/policy',
      {
        requiredApprovals: -1,
        reviewerRoles: ['reviewer'],
        authorMayApprove: false,
        requirePassingTests: false,
      },
      'requiredApprovals',
      'This must be zero or more.',
    ],
    [
      'POST',
      '/webhooks',
      { url: 'ftp://example.com', types: ['prompt.created'] },
      'url',
      'Give an address that begins with https:// or http://.',
    ],
    ['GET', '/prompts?limit=201', undefined, 'limit', 'This must be 200 or less.'],
    ['GET', '/prompts?limit=many', undefined, 'limit', 'This must be a number.'],
    [
      'GET',
      '/prompts/a/channels/stable?at=yesterday',
      undefined,
      'at',
      'Give a time like “2026-03-03T14:00:00Z”.',
    ],
  ])('is told in plain words: %s %s %j', async (method, path, body, field, message) => {
    const problem = await readProblem(await registry.admin.send(method, path, { body }));
    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ field, message }] });
    expect(problem.detail).toBe(`“${field}”: ${message}`);
  });

  it.each(['version', 'stable', 'author', 'createdAt', 'contentHash', 'id'])(
    'may not bring its own %s',
    async (field) => {
      const saving = await post('/prompts/a/versions', { content: 'x', baseVersion: 1, [field]: 7 });
      expect(saving.errors).toEqual([{ field, message: 'There is no such field.' }]);
      const creating = await post('/prompts', { name: 'b', content: 'x', [field]: 7 });
      expect(creating.errors).toEqual([{ field, message: 'There is no such field.' }]);
    },
  );

  it('may not bring a body or query parameters that the call does not have', async () => {
    expect(await post('/promotions/x/apply', { force: true })).toMatchObject({ code: 'invalid-request' });
    expect(await get('/me?verbose=1')).toMatchObject({ errors: [{ field: 'verbose' }] });
    expect(await get('/prompts?colour=red')).toMatchObject({ errors: [{ field: 'colour' }] });
    expect(await get('/prompts?limit=0')).toMatchObject({ errors: [{ field: 'limit' }] });
    expect(await get('/prompts?limit=1&limit=2')).toMatchObject({ errors: [{ field: 'limit' }] });
    expect(await get('/prompts?limit=201')).toMatchObject({ code: 'invalid-request' });
    expect(await get('/events/stream?after=1')).toMatchObject({ code: 'invalid-request' });
  });

  it('may not bring a cursor of its own making', async () => {
    for (const cursor of ['nonsense', 'e30', btoa('[1')]) {
      for (const path of ['/prompts', '/prompts/a/versions', '/promotions', '/members', '/events']) {
        expect(await get(`${path}?cursor=${cursor}`)).toMatchObject({ errors: [{ field: 'cursor' }] });
      }
    }
  });

  it.each([
    ['the empty text', '', 'The text is empty.'],
    ['U+0000', 'a\0b', 'The text contains the character U+0000, which no prompt may contain.'],
    ['half a character', 'a\ud800', 'The text contains half a character (an unpaired surrogate).'],
    ['more than 1 MiB', 'é'.repeat(512 * 1024 + 1), 'The text is longer than 1 MiB.'],
  ])('may not save %s', async (_, content, message) => {
    const problem = await post('/prompts/a/versions', { content, baseVersion: 1 });
    expect(problem.errors).toEqual([{ field: 'content', message }]);
  });

  it('may not bring words that no store could keep', async () => {
    for (const broken of ['\ud800', 'a\0']) {
      expect(await post('/prompts', { name: 'c', content: 'x', note: broken })).toMatchObject({
        status: 400,
      });
      expect(await post('/prompts', { name: 'c', content: 'x', title: broken })).toMatchObject({
        status: 400,
      });
      expect(await post('/prompts', { name: 'c', content: 'x', tags: [broken] })).toMatchObject({
        status: 400,
      });
    }
    expect(await post('/prompts', { name: 'c', content: 'x', title: '   ' })).toMatchObject({ status: 400 });
  });

  it('may not declare a variable wrongly', async () => {
    const declare = (...variables: unknown[]) => post('/prompts', { name: 'd', content: 'x', variables });
    const text = { name: 'a', type: 'text', required: true };
    expect((await declare({ ...text, name: '1st' })).errors?.[0]?.field).toBe('variables.0');
    expect((await declare(text, text)).errors?.[0]?.message).toBe('A variable is declared twice.');
    expect((await declare({ ...text, type: 'choice' })).detail).toContain('give it at least one value');
    expect((await declare({ ...text, colour: 'red' })).errors?.[0]?.field).toBe('variables.0.colour');
  });
});

describe('a body', () => {
  it('has to be well-formed JSON', async () => {
    for (const body of ['{"name":', '', 'null', '[]', '"text"', '['.repeat(100_000)]) {
      expect(await postRaw(body, 'application/json')).toMatchObject({ code: 'invalid-request', status: 400 });
    }
  });

  it('has to be UTF-8', async () => {
    const body = Buffer.from('{"name":"e","content":"\xff"}', 'latin1');
    expect((await postRaw(new Uint8Array(body), 'application/json')).detail).toBe('The body is not UTF-8.');
  });

  it('has to say that it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
      expect(await postRaw('{}', type)).toMatchObject({ code: 'unsupported-media-type', status: 415 });
    }
    const response = await registry.admin.send('POST', '/prompts', {
      body: { name: 'typed', content: 'x' },
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(response.status).toBe(201);
  });

  it('may have 2 MiB at most', async () => {
    const fill = (size: number) => `{"content":"${'x'.repeat(size - 14)}"}`;
    expect(await postRaw(fill(2 * 1024 * 1024 + 1), 'application/json')).toMatchObject({
      code: 'payload-too-large',
      status: 413,
    });
    expect(await postRaw(fill(2 * 1024 * 1024), 'application/json')).toMatchObject({ status: 400 });
  });
});

describe('an address', () => {
  it('that is not there', async () => {
    for (const path of ['/nothing', '/prompts/a/b', '/prompts/a/versions/1/2', '']) {
      expect(await get(path)).toMatchObject({ code: 'not-found', status: 404 });
    }
  });

  it('that is not one', async () => {
    expect(await get('/prompts/%zz')).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(await get('/prompts/Not%20A%20Name/details')).toMatchObject({ errors: [{ field: 'name' }] });
    expect(await get('/prompts/a/versions/first')).toMatchObject({ errors: [{ field: 'version' }] });
    expect(await get('/prompts/a/versions/0')).toMatchObject({ code: 'invalid-request' });
    expect(await get(`/prompts/${'a'.repeat(600)}/details`)).toMatchObject({ code: 'invalid-request' });
  });

  it('that does not have the method', async () => {
    const response = await registry.admin.send('DELETE', '/prompts/a');
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await readProblem(response)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    for (const path of ['/me', '/events', '/events/stream', '/openapi.json', '/prompts/a/versions/1']) {
      expect(await readProblem(await registry.admin.send('PUT', path, { body: {} }))).toMatchObject({
        status: 405,
      });
    }
  });

  it.each([
    ['prompt-not-found', '/prompts/none/details'],
    ['prompt-not-found', '/prompts/none/versions'],
    ['prompt-not-found', '/prompts/none/versions/1'],
    ['prompt-not-found', '/prompts/none/channels'],
    ['prompt-not-found', '/prompts/none/channels/stable/history'],
    ['prompt-not-found', '/prompts/none'],
    ['version-not-found', '/prompts/a/versions/2'],
    ['version-not-found', '/prompts/a?_version=2'],
    ['promotion-not-found', '/promotions/none'],
  ])('of something that is not there: %s at %s', async (code, path) => {
    expect(await get(path)).toMatchObject({ code, status: 404 });
  });
});

it('answers what is not HTTP with a problem document, too', async () => {
  const { port } = new URL(registry.address);
  const say = async (request: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(request);
    return readAll(socket);
  };
  expect(await say('nonsense\r\n\r\n')).toMatch(
    /^HTTP\/1.1 400 .*application\/problem\+json.*"invalid-request"/s,
  );
  const headers = `x: ${'y'.repeat(20_000)}`;
  expect(await say(`GET / HTTP/1.1\r\nhost: a\r\n${headers}\r\n\r\n`)).toContain(
    'The headers are too large.',
  );
});

it('never shows SQL or a stack where something breaks inside, and logs it', async () => {
  const broken = await startTestRegistry();
  await broken.admin.call('createPrompt', { body: { name: 'a', content: 'words that stay private' } });
  await broken.runSql('ALTER TABLE versions RENAME TO gone');
  const response = await broken.admin.send('GET', '/prompts/a/versions/1');
  const shown = await response.clone().text();
  expect(await readProblem(response)).toMatchObject({ code: 'internal', status: 500 });
  expect(shown).not.toMatch(/select|versions|sqlite|postgres|relation|\.ts|node:/i);
  const saving = { params: { name: 'a' }, body: { content: 'words that stay private', baseVersion: 1 } };
  expect(await broken.admin.refuse('saveVersion', saving)).toMatchObject({ code: 'internal' });
  const logged = JSON.stringify(broken.log);
  expect(logged).toMatch(/no such table|relation .* does not exist/);
  expect(logged).toContain('GET /api/v1/prompts/:name/versions/:version');
  expect(logged).not.toContain('words that stay private');
  expect(logged).not.toContain('pf_administrators_key');
  await broken.remove();
});
