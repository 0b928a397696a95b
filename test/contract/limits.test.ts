import { request } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

let registry: TestRegistry;
const params = { name: 'limited' };
beforeAll(async () => {
  registry = await startTestRegistry({ rateLimit: 40 });
  await registry.admin.call('createPrompt', { body: { ...params, content: 'v1' } });
});
afterAll(() => registry.remove());

describe('a key that sends too much', () => {
  it.each([
    ['through the router', 'GET', '/me', undefined],
    ['on the way of applications', 'POST', '/prompts/limited', { version: 1 }],
  ])('is told to wait, %s', async (_, method, path, body) => {
    const member = await registry.join('viewer');
    const send = () => member.send(method, path, { body });
    await send();
    const answers = await Promise.all(Array.from({ length: 400 }, send));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(39);
    expect(refused.length).toBeGreaterThan(20);
    const [first] = refused;
    expect(first?.headers.get('retry-after')).toBe('1');
    if (first) expect(await readProblem(first)).toMatchObject({ code: 'rate-limited', status: 429 });
    const other = await registry.join('viewer');
    expect((await other.send(method, path, { body })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await send()).status).toBe(200);
  });
});

describe('reading again', () => {
  const read = (path: string, tag?: string) =>
    registry.admin.send('GET', path, { headers: tag === undefined ? {} : { 'if-none-match': tag } });

  it('sends nothing where nothing has changed', async () => {
    for (const path of [
      '/prompts',
      '/prompts/limited/details',
      '/prompts/limited/versions/1',
      '/events',
      '/me',
    ]) {
      const first = await read(path);
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]{43}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      expect((await first.text()).length).toBeGreaterThan(0);
      const again = await read(path, tag);
      expect({ path, status: again.status, body: await again.text() }).toEqual({
        path,
        status: 304,
        body: '',
      });
      expect(again.headers.get('etag')).toBe(tag);
    }
  });

  it('sends the new answer where something has', async () => {
    const path = '/prompts/limited/details';
    const tag = (await read(path)).headers.get('etag') ?? '';
    await registry.admin.call('updateDetails', { params, body: { title: `At ${Date.now()}` } });
    expect((await read(path, tag)).status).toBe(200);
  });

  it('is no matter of errors and changes', async () => {
    const missing = await read('/prompts/none/details', '*');
    expect([missing.status, missing.headers.get('etag')]).toEqual([404, null]);
    expect(missing.headers.get('cache-control')).toBe('no-store');
    const patched = await registry.admin.send('PATCH', '/prompts/limited/details', { body: {} });
    expect(patched.headers.get('etag')).toBeNull();
  });
});

describe('the metrics', () => {
  const scrape = async () => {
    const response = await fetch(`${registry.address}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    return new Map(
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
    );
  };

  it('count requests by route and status, saves, fetches and events', async () => {
    const member = await registry.join('editor');
    await member.call('resolvePrompt', { params, body: { version: 1 } });
    const before = await scrape();
    for (let count = 0; count < 3; count += 1)
      await member.call('resolvePrompt', { params, body: { version: 1 } });
    await member.send('GET', '/prompts/limited?_version=1');
    await member.send('GET', '/prompts/unknown/details');
    const { latest } = await member.call('getDetails', { params });
    await member.call('saveVersion', { params, body: { content: 'next', baseVersion: latest } });
    const after = await scrape();
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const requests = (method: string, path: string, status: number) =>
      grown(
        `promptforge_requests_total{method="${method}",route="/api/v1/prompts/:name${path}",status="${status}"}`,
      );
    expect(requests('POST', '', 200)).toBe(3);
    expect(requests('GET', '', 200)).toBe(1);
    expect(requests('GET', '/details', 404)).toBe(1);
    expect(requests('POST', '/versions', 201)).toBe(1);
    expect(grown('promptforge_saves_total')).toBe(1);
    expect(grown('promptforge_resolves_total')).toBe(4);
    expect(grown('promptforge_event_seq')).toBe(1);
    const histogram = (suffix: string) =>
      after.get(
        `promptforge_request_duration_seconds${suffix.replace('{', '{method="POST",route="/api/v1/prompts/:name"')}`,
      );
    expect(histogram('_bucket{,le="+Inf"}')).toBe(histogram('_count{}'));
    expect(histogram('_bucket{,le="0.001"}')).toBeLessThanOrEqual(histogram('_bucket{,le="5"}') ?? 0);
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect([...after.keys()].join()).not.toContain('unknown');
  });

  it('need a viewer’s key from elsewhere', async () => {
    const ask = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const outgoing = request(`${registry.address}/metrics`, { headers }, async (response) => {
          await readAll(response);
          resolve(response.statusCode ?? 0);
        });
        outgoing.on('error', reject).end();
      });
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    const app = await registry.join('app');
    expect(await ask({})).toBe(200);
    expect(await ask(forwarded)).toBe(401);
    expect(await ask({ ...forwarded, authorization: `Bearer ${app.key}` })).toBe(403);
    expect(await ask({ ...forwarded, authorization: `Bearer ${testAdminKey}` })).toBe(200);
    expect((await fetch(`${registry.address}/api/v1/metrics`)).status).toBe(200);
  });
});
