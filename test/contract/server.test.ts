import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basePath, registryApi } from '#core/contract/registry-api.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

/** A request with a `Host` of one's own choice, which `fetch` does not allow. */
async function getWithHost(
  path: string,
  host: string,
  { address } = registry,
): Promise<{ status: number; body: string }> {
  const { hostname: written, port } = new URL(address);
  const hostname = written.replace(/^\[|\]$/g, '');
  const authorization = `Bearer ${testAdminKey}`;
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, headers: { host, authorization } }, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: await readAll(response) });
    });
    outgoing.on('error', reject).end();
  });
}

describe('on loopback', () => {
  it('answers under its own names alone', async () => {
    const { port } = new URL(registry.address);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
      expect((await getWithHost('/api/v1/me', host)).status).toBe(200);
    }
    const strangers = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `localhost.evil:${port}`,
    ];
    for (const host of strangers) {
      for (const path of ['/api/v1/me', '/healthz', '/api/v1/openapi.json', '/nothing']) {
        const { status, body } = await getWithHost(path, host);
        expect(status).toBe(403);
        expect(JSON.parse(body)).toMatchObject({ code: 'host-not-allowed', status: 403 });
      }
    }
  });

  it('asks for its own name however its address was written', async () => {
    for (const host of ['127.1', '0177.0.0.1', '::ffff:127.0.0.1', 'localhost']) {
      const spelled = await startTestRegistry({ host });
      const { port } = new URL(spelled.address);
      expect(await getWithHost('/healthz', `evil.example:${port}`, spelled), host).toMatchObject({
        status: 403,
      });
      expect(await getWithHost('/healthz', `127.0.0.1:${port}`, spelled), host).toMatchObject({
        status: 200,
      });
      expect(await getWithHost('/healthz', new URL(spelled.address).host, spelled)).toMatchObject({
        status: 200,
      });
      await spelled.remove();
    }
  });

  it('answers to the names of a proxy that it was told, at any port', async () => {
    const named = await startTestRegistry({ allowedHosts: ['registry.example.com'] });
    const { port } = new URL(named.address);
    for (const host of ['registry.example.com', 'Registry.Example.com:8443', `localhost:${port}`]) {
      expect((await getWithHost('/api/v1/me', host, named)).status, host).toBe(200);
    }
    for (const host of ['evil.example', 'registry.example.com.evil.example', 'x.registry.example.com']) {
      const { status, body } = await getWithHost('/api/v1/me', host, named);
      expect(status, host).toBe(403);
      expect(JSON.parse(body).detail).toContain('registry.example.com');
    }
    await named.remove();
  });

  it('sends no CORS headers', async () => {
    const preflight = await fetch(`${registry.address}${basePath}/me`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(405);
    const names = [...preflight.headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

it('tells that it is alive and ready, without a key', async () => {
  for (const path of ['/healthz', '/readyz', '/api/v1/healthz', '/api/v1/readyz']) {
    expect((await fetch(registry.address + path)).status).toBe(200);
  }
});

describe('the OpenAPI document', () => {
  interface Operation {
    operationId: string;
    security: unknown[];
    responses: Record<string, { content?: Record<string, unknown> }>;
    requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown> } }> };
    parameters?: { name: string; in: string }[];
  }
  let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    const response = await fetch(`${registry.address}${basePath}/openapi.json`);
    document = (await response.json()) as typeof document;
  });

  it.each(Object.entries(registryApi))('describes %s', (name, endpoint) => {
    const path = basePath + endpoint.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    expect(operation?.security).toEqual([{ key: [] }]);
    expect(operation?.responses).toHaveProperty(String(endpoint.status));
    expect(operation?.responses['4XX']?.content).toHaveProperty(['application/problem+json']);
    for (const [, parameter] of endpoint.path.matchAll(/:(\w+)/g)) {
      expect(operation?.parameters).toContainEqual(expect.objectContaining({ name: parameter, in: 'path' }));
    }
    expect(operation?.requestBody !== undefined).toBe('body' in endpoint);
    const hasKey = operation?.parameters?.some((each) => each.name === 'Idempotency-Key') ?? false;
    expect(hasKey).toBe(endpoint.method === 'POST' && name !== 'resolvePrompt');
  });

  it('names every form that an answer has', () => {
    const formsOf = (path: string) => Object.keys(document.paths[path]?.get?.responses['200']?.content ?? {});
    expect(formsOf(`${basePath}/prompts/{name}`)).toEqual(['application/json', 'text/plain']);
    expect(formsOf(`${basePath}/prompts/{name}/diff`)).toEqual(['application/json', 'text/x-diff']);
    expect(formsOf(`${basePath}/events`)).toEqual(['application/json', 'text/csv']);
    expect(formsOf(`${basePath}/events/stream`)).toEqual(['text/event-stream']);
  });

  it('describes nothing that is not there', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map((operation) => operation.operationId).filter(Boolean);
    expect(ids.sort()).toEqual([...Object.keys(registryApi), 'streamEvents'].sort());
    expect(operations).toHaveLength(ids.length + 3);
  });
});

describe('ending', () => {
  it('keeps everything over a restart', async () => {
    const params = { name: 'kept' };
    const { admin } = registry;
    await admin.call('createPrompt', { body: { ...params, content: 'Grüße\r\n', tags: ['t'] } });
    await admin.call('saveVersion', { params, body: { content: 'Grüße 2', baseVersion: 1 } });
    const member = await registry.join('viewer');
    const read = async () => ({
      details: await admin.call('getDetails', { params }),
      versions: await admin.call('listVersions', { params, query: {} }),
      first: await admin.call('getVersion', { params: { ...params, version: 1 } }),
      members: await admin.call('listMembers', { query: {} }),
      me: await member.call('getMe', {}),
      events: await readAllEvents(admin),
    });
    const before = await read();
    await registry.restart();
    const after = await read();
    expect(after).toEqual(before);
    expect(findBrokenEvent(after.events)).toBeNull();
    await admin.call('saveVersion', { params, body: { content: 'Grüße 3', baseVersion: 2 } });
    expect(findBrokenEvent(await readAllEvents(admin))).toBeNull();
  });

  it('finishes what is under way', async () => {
    const params = { name: 'under-way' };
    const { admin } = registry;
    await admin.call('createPrompt', { body: { ...params, content: 'x' } });
    const { port } = new URL(registry.address);
    const body = JSON.stringify({ content: 'y', baseVersion: 1 });
    const socket = connect(Number(port), '127.0.0.1');
    const head = [
      'POST /api/v1/prompts/under-way/versions HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      `authorization: Bearer ${testAdminKey}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      'expect: 100-continue',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    socket.write(body.slice(0, 5));
    const restarting = registry.restart();
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write(body.slice(5));
    expect(await readAll(socket)).toMatch(/^HTTP\/1.1 201 /);
    await restarting;
    expect((await admin.call('getVersion', { params: { ...params, version: 2 } })).content).toBe('y');
  });
});
