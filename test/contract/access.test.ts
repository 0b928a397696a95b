import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#core/contract/endpoint.ts';
import { basePath, type EndpointName, eventStreamPath, registryApi } from '#core/contract/registry-api.ts';
import { type Role, roles } from '#core/domain/roles.ts';
import { buildPath, type RegistryCaller, readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

/** The API page's table, written out again here: what each role may do beside its own. */
const may: Record<Role, readonly Role[]> = {
  app: ['app'],
  viewer: ['viewer', 'app'],
  editor: ['editor', 'viewer', 'app'],
  reviewer: ['reviewer', 'viewer', 'app'],
  promoter: ['promoter', 'viewer', 'app'],
  admin: roles,
};

const names = Object.keys(registryApi) as EndpointName[];
const streamPath = eventStreamPath.slice(basePath.length) as `/${string}`;
const routes: readonly { readonly name: string; readonly endpoint: Endpoint }[] = [
  ...names.map((name) => ({ name, endpoint: registryApi[name] })),
  {
    name: 'streamEvents',
    endpoint: { method: 'GET', path: streamPath, access: 'viewer', summary: '', status: 200 },
  },
];

let registry: TestRegistry;
const callers = new Map<Role, RegistryCaller>();
let revoked: RegistryCaller;
let expired: RegistryCaller;
let now = () => new Date();

beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => now() });
  for (const role of roles) callers.set(role, await registry.join(role));

  const former = await registry.join('admin');
  expect((await former.send('GET', '/me')).status).toBe(200);
  await registry.admin.call('revokeKey', { params: { id: former.keyId } });
  revoked = former;

  const { id } = await registry.join('admin');
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { secret } = await registry.admin.call('createKey', {
    params: { id },
    body: { name: 'brief', expiresAt },
  });
  expired = registry.as(secret);
  expect((await expired.send('GET', '/me')).status).toBe(200);
  now = () => new Date(Date.now() + 7_200_000);
});
afterAll(() => registry.remove());

/** Reaches the route and nothing else: the prompt is not there, and the body is no valid one. */
async function knock(caller: RegistryCaller, { method, path }: Endpoint) {
  const stop = new AbortController();
  const params = { name: 'no-such-prompt', id: 'nothing', version: 1 };
  const address = buildPath({ method, path, access: 'member', summary: '', status: 200 }, { params });
  const body = method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true };
  const response = await caller.send(method, address, { body, signal: stop.signal });
  const problem = response.status >= 400 ? await readProblem(response) : null;
  stop.abort();
  return { status: response.status, problem };
}

describe.each(routes)('$name', ({ endpoint }) => {
  const { access } = endpoint;

  it.each(roles)('answers the role %s as the table says', async (role) => {
    const { status, problem } = await knock(callers.get(role) ?? registry.as(null), endpoint);
    const isOpen = access === 'public' || access === 'member';
    const needed = isOpen ? [] : [access].flat();
    const isAllowed = isOpen || needed.some((each) => may[role].includes(each));
    if (isAllowed) {
      expect([401, 403]).not.toContain(status);
    } else {
      expect(problem).toMatchObject({ code: 'forbidden', status: 403, role: needed[0], roles: needed });
      for (const each of needed) expect(problem?.detail).toContain(`“${each}”`);
    }
  });

  it('refuses no key, an unknown, a revoked and an expired one', async () => {
    for (const caller of [registry.as(null), registry.as('pf_of_nobody_at_all'), revoked, expired]) {
      expect((await knock(caller, endpoint)).problem).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
  });
});

/** The API page's roles once more, by what an address means: which roles may call it at the most. */
function rolesAtMost({ method, path }: Endpoint): readonly Role[] {
  const isReading = method === 'GET';
  if (path === '/me') return roles;
  if (/^\/(members|keys|webhooks)\b/.test(path)) return ['admin'];
  if (!isReading && /\/policy\b/.test(path)) return ['admin'];
  if (path === '/prompts/:name') return roles;
  if (isReading) return ['viewer', 'editor', 'reviewer', 'promoter', 'admin'];
  if (path.endsWith('/reviews')) return ['reviewer', 'admin'];
  if (/\/(apply|rollback)$/.test(path)) return ['promoter', 'admin'];
  if (path.endsWith('/comments')) return ['editor', 'reviewer', 'promoter', 'admin'];
  if (path.endsWith('/evaluations')) return ['editor', 'reviewer', 'admin'];
  return ['editor', 'admin'];
}

it.each(routes)('$name is open to no role that the API page does not name', ({ endpoint }) => {
  const needed = [endpoint.access].flat();
  expect(needed).not.toContain('public');
  const allowed = roles.filter((role) =>
    needed.some((each) => each === 'member' || may[role].includes(each as Role)),
  );
  expect(rolesAtMost(endpoint)).toEqual(expect.arrayContaining(allowed));
});

it('asks for a key in the way that HTTP has for it', async () => {
  const response = await registry.as(null).send('GET', '/me');
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
});

it('takes the key from the header only, as a bearer', async () => {
  const { key } = await registry.join('admin');
  for (const authorization of [key, `Basic ${key}`, `Bearer ${key} x`, 'Bearer', '']) {
    expect((await registry.as(null).send('GET', '/me', { headers: { authorization } })).status).toBe(401);
  }
  expect((await registry.as(null).send('GET', `/me?key=${key}`)).status).toBe(401);
  const headers = { authorization: `bearer ${key}` };
  expect((await registry.as(null).send('GET', '/me', { headers })).status).toBe(200);
});

it('adds up the roles of a member', async () => {
  const both = await registry.join('editor', 'promoter');
  const name = 'both';
  await both.call('createPrompt', { body: { name, content: 'x' } });
  const { id } = await both.call('requestPromotion', {
    params: { name },
    body: { version: 1, expectedStable: null },
  });
  expect(await both.refuse('applyPromotion', { params: { id } })).toMatchObject({ code: 'not-approved' });
});

it('lets nobody but the requester or an admin withdraw', async () => {
  const name = 'withdrawn';
  const [anna, otto] = [await registry.join('editor'), await registry.join('editor')];
  await anna.call('createPrompt', { body: { name, content: 'x' } });
  const body = { version: 1, expectedStable: null };
  const first = await anna.call('requestPromotion', { params: { name }, body });
  expect(await otto.refuse('withdrawPromotion', { params: { id: first.id } })).toMatchObject({
    code: 'forbidden',
  });
  expect(await anna.call('withdrawPromotion', { params: { id: first.id } })).toMatchObject({
    status: 'withdrawn',
  });
  const second = await anna.call('requestPromotion', { params: { name }, body });
  expect(await registry.admin.call('withdrawPromotion', { params: { id: second.id } })).toMatchObject({
    status: 'withdrawn',
  });
});
