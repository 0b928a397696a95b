import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { registryAddress } from '#core/contract/connection-shapes.ts';
import { checkRegistry } from '#main/workspace/check-registry.ts';
import { startTestRegistry, type TestRegistry } from '#test/support/start-test-registry.ts';
import { startTcpProxy } from '#test/support/tcp-proxy.ts';
import { startTlsServer, type TestCertificate, testAuthority } from '#test/support/tls-server.ts';

let registry: TestRegistry;
let port: number;
let editor: string;
const endings: (() => Promise<unknown>)[] = [];
const usualAuthorities = getCACertificates('default');

beforeAll(async () => {
  registry = await startTestRegistry({ allowedHosts: ['127.0.0.1', 'localhost'] });
  port = Number(new URL(registry.address).port);
  editor = (await registry.join('editor')).key;
  setDefaultCACertificates([...usualAuthorities, testAuthority]);
});
afterAll(async () => {
  setDefaultCACertificates(usualAuthorities);
  await registry.remove();
});
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const here = () => `http://127.0.0.1:${port}`;
const faultAt = async (address: string, key = editor) => (await checkRegistry(address, key)).fault;

async function startTls(certificate: TestCertificate): Promise<string> {
  const server = await startTlsServer(certificate, port);
  endings.push(server.close);
  return server.address;
}

async function startHttp(answer: RequestListener): Promise<string> {
  const server = createHttpServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}`;
}

/** A registry that passes everything on and changes what it says of itself. */
async function startChanged(change: (text: string) => string, date?: string): Promise<string> {
  return startHttp(async (request, response) => {
    const answer = await fetch(`${here()}${request.url}`, {
      headers: { authorization: request.headers.authorization ?? '' },
    });
    if (date !== undefined) response.setHeader('date', date);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(change(await answer.text()));
  });
}

test('a registry that is well, with a key that is', async () => {
  const check = await checkRegistry(here(), editor);
  expect(check).toMatchObject({ fault: null, warnings: [], member: { roles: ['editor'] } });
});

test('a registry behind a certificate that this machine trusts', async () => {
  expect(await checkRegistry(await startTls('sound'), editor)).toMatchObject({ fault: null, warnings: [] });
});

test.each([
  ['self-signed', 'certificate-not-trusted'],
  ['expired', 'certificate-expired'],
  ['not-yet-valid', 'certificate-not-yet-valid'],
  ['wrong-name', 'certificate-wrong-name'],
] as const)('a certificate that is %s', async (certificate, kind) => {
  expect((await faultAt(await startTls(certificate)))?.kind).toBe(kind);
});

test('a certificate of an authority that is not known here', async () => {
  setDefaultCACertificates(usualAuthorities);
  expect((await faultAt(await startTls('sound')))?.kind).toBe('certificate-not-trusted');
  setDefaultCACertificates([...usualAuthorities, testAuthority]);
});

test('https:// where plain http is spoken, and http:// where TLS is', async () => {
  expect((await faultAt(`https://127.0.0.1:${port}`))?.kind).toBe('not-encrypted');
  const secure = await startTls('sound');
  expect((await faultAt(secure.replace('https:', 'http:')))?.kind).toBe('needs-encryption');
});

test('a name that nobody has', async () => {
  expect((await faultAt('https://no-such-machine.invalid'))?.kind).toBe('name-not-found');
});

test('a port where nobody listens, and one that no browser would ask', async () => {
  const proxy = await startTcpProxy(port);
  await proxy.close();
  expect((await faultAt(`http://127.0.0.1:${proxy.port}`))?.kind).toBe('nothing-listens');
  expect((await faultAt('http://127.0.0.1:9'))?.kind).toBe('nothing-listens');
});

test('a network that lets nothing through ends in a sentence', { timeout: 40_000 }, async () => {
  const proxy = await startTcpProxy(port);
  endings.push(proxy.close);
  proxy.hold();
  expect((await faultAt(`http://127.0.0.1:${proxy.port}`))?.kind).toBe('no-answer');
});

test('a server that hangs up', async () => {
  const server = createTcpServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endings.push(async () => void server.close());
  const address = server.address();
  const at = address && typeof address !== 'string' ? address.port : 0;
  expect((await faultAt(`http://127.0.0.1:${at}`))?.kind).toBe('broken-off');
});

test('a web site, a sign-in page, a gateway and a redirect are no registry, and get no key', async () => {
  const keys: (string | undefined)[] = [];
  const answer = (status: number, headers: Record<string, string>, body: string) =>
    startHttp((request, response) => {
      keys.push(request.headers.authorization);
      response.writeHead(status, headers);
      response.end(body);
    });
  const html = { 'content-type': 'text/html' };
  expect((await faultAt(await answer(404, html, '<h1>Not here</h1>')))?.kind).toBe('not-a-registry');
  expect((await faultAt(await answer(200, { 'content-type': 'application/json' }, '{"a":1}')))?.kind).toBe(
    'not-a-registry',
  );
  expect((await faultAt(await answer(200, html, '<h1>Welcome on board</h1>')))?.kind).toBe('sign-in-page');
  expect((await faultAt(await answer(511, html, '<h1>Sign in</h1>')))?.kind).toBe('sign-in-page');
  expect((await faultAt(await answer(502, html, '<h1>Bad gateway</h1>')))?.kind).toBe('registry-busy');
  const moved = await answer(302, { location: 'https://prompts.example.com/api/v1/openapi.json' }, '');
  expect(await faultAt(moved)).toEqual({
    kind: 'redirected',
    subject: 'https://prompts.example.com/api/v1/openapi.json',
  });
  expect(keys.filter((key) => key !== undefined)).toEqual([]);
});

test('a key that is unknown, revoked or expired, and one of an application', async () => {
  expect((await faultAt(here(), 'pf_nobody'))?.kind).toBe('key-refused');
  const leaver = await registry.join('editor');
  await registry.admin.call('revokeKey', { params: { id: leaver.keyId } });
  expect((await faultAt(here(), leaver.key))?.kind).toBe('key-refused');
  const expiring = await registry.admin.call('createKey', {
    params: { id: leaver.id },
    body: { name: 'short', expiresAt: new Date(Date.now() + 50).toISOString() },
  });
  await expect.poll(async () => (await faultAt(here(), expiring.secret))?.kind).toBe('key-expired');
  expect((await faultAt(here(), (await registry.join('app')).key))?.kind).toBe('role-too-small');
});

test('a registry that answers only under its own name', async () => {
  const own = await startTestRegistry();
  endings.push(own.remove);
  const proxy = await startTcpProxy(Number(new URL(own.address).port));
  endings.push(proxy.close);
  expect((await faultAt(`http://127.0.0.1:${proxy.port}`))?.kind).toBe('host-refused');
});

test('an older registry, which can be worked with, and another API, which cannot', async () => {
  const older = await startChanged((text) => text.replaceAll('"getTestInputs"', '"somethingElse"'));
  expect(await checkRegistry(older, editor)).toMatchObject({
    fault: null,
    warnings: [{ kind: 'older-registry', missing: ['getTestInputs'] }],
  });
  const newer = await startChanged((text) => text.replace('"version":"1"', '"version":"2"'));
  expect((await faultAt(newer))?.kind).toBe('other-api');
});

test('a clock that is off is said by how much', async () => {
  const anHourAgo = new Date(Date.now() - 3_600_000).toUTCString();
  const { fault, warnings } = await checkRegistry(await startChanged((text) => text, anHourAgo), editor);
  expect(fault).toBeNull();
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatchObject({ kind: 'clock-off' });
  expect(warnings[0]?.kind === 'clock-off' && Math.abs(warnings[0].seconds - 3_600)).toBeLessThan(30);
});

test('plain http to another machine is warned of, to this one it is not', async () => {
  const refuse: typeof fetch = async () => {
    throw new TypeError('fetch failed');
  };
  const warned = async (address: string) => (await checkRegistry(address, editor, refuse)).warnings;
  expect(await warned('http://prompts.example.com')).toEqual([{ kind: 'plain-http' }]);
  expect(await warned('https://prompts.example.com')).toEqual([]);
  expect(await warned('http://localhost:7410')).toEqual([]);
});

test.each([
  ['https://prompts.example.com/', 'https://prompts.example.com'],
  ['  prompts.example.com ', 'https://prompts.example.com'],
  ['https://example.com/prompts/', 'https://example.com/prompts'],
  ['http://localhost:7410/api/v1', 'http://localhost:7410'],
  ['https://example.com/api/v1/prompts?x=1#y', 'https://example.com'],
])('the address %s is kept as %s', (typed, kept) => {
  expect(registryAddress.parse(typed)).toBe(kept);
});

test.each(['', 'ftp://example.com', 'https://', 'https://user:word@example.com', 'two words'])(
  '“%s” is no address',
  (typed) => {
    expect(registryAddress.safeParse(typed).success).toBe(false);
  },
);
