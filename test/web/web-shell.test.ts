import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { listenOnLoopback } from '#main/web/web-server.ts';
import { startWebApp, type WebApp, webAppEntry } from '#test/support/start-web-app.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

let app: WebApp;
let cookie: string;
const folder = makeTemporaryFolder();

/** `fetch` would not let a test choose the Host. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const call = request(app.origin + path, { method, headers });
  call.end();
  const [response] = await once(call, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode as number, headers: response.headers, body };
}

function connect(headers: Record<string, string>) {
  const socket = new WebSocket(`${app.origin.replace('http', 'ws')}/bridge`, { headers });
  const refused = once(socket, 'unexpected-response').then(([, response]) => response.statusCode as number);
  const opened = once(socket, 'open').then(() => 'open' as const);
  opened.catch(() => undefined);
  socket.on('error', () => undefined);
  return { socket, answer: Promise.race([opened, refused]) };
}

beforeAll(async () => {
  app = await startWebApp(folder.path);
});
afterAll(async () => {
  await app.stop();
  folder.remove();
});

describe('the web shell', () => {
  test('listens where this machine alone can reach it', async () => {
    const server = await listenOnLoopback(0, false);
    expect(server.address()).toMatchObject({ address: '127.0.0.1' });
    server.close();
  });

  test('shows nothing without a session, and says what to do', async () => {
    const answer = await get('/');
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('Open the link that PromptForge printed');
    expect((await get('/?token=wrong')).status).toBe(401);
    expect(await connect({ origin: app.origin }).answer).toBe(401);
    const guessed = `promptforge-${new URL(app.origin).port}=guessed`;
    expect((await get('/', { cookie: guessed })).status).toBe(401);
    expect(await connect({ cookie: guessed, origin: app.origin }).answer).toBe(401);
  });

  test('lets in who opens the one-time link, once', async () => {
    const path = app.link.slice(app.origin.length);
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 303, headers: { location: '/' } });
    const [header = ''] = answer.headers['set-cookie'] ?? [];
    expect(header).toMatch(/; HttpOnly; SameSite=Lax$/);
    cookie = header.split(';')[0] ?? '';
    expect((await get(path)).status).toBe(401);
    expect(await get(path, { cookie })).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  test('serves the screen under a strict policy', async () => {
    const page = await get('/', { cookie });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect((await get('/', { cookie }, 'HEAD')).body).toBe('');
  });

  test.each(['/..%2fpackage.json', '/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json', '/nothing'])(
    'serves no file outside of the screen: %s',
    async (path) => expect((await get(path, { cookie })).status).toBe(404),
  );

  test.each(['evil.example', '127.0.0.1:1', 'localhost'])('refuses the Host %s', async (host) => {
    expect((await get('/', { cookie, host })).status).toBe(403);
    expect(await connect({ cookie, host, origin: app.origin }).answer).toBe(403);
  });

  test('refuses a WebSocket from another origin, or from none', async () => {
    expect(await connect({ cookie, origin: 'http://evil.example' }).answer).toBe(403);
    expect(await connect({ cookie }).answer).toBe(403);
    expect((await get('/', { cookie }, 'POST')).status).toBe(405);
  });

  test('answers calls, and gives way to a newer tab', async () => {
    const first = connect({ cookie, origin: app.origin });
    expect(await first.answer).toBe('open');
    first.socket.send(JSON.stringify({ id: 7, method: 'app.getInfo' }));
    const [message] = await once(first.socket, 'message');
    expect(JSON.parse(String(message))).toMatchObject({
      id: 7,
      result: { ok: true, value: { dataFolder: folder.path, capabilities: { secretStorage: 'file' } } },
    });
    const closed = once(first.socket, 'close');
    const second = connect({ cookie, origin: app.origin });
    expect(await second.answer).toBe('open');
    expect((await closed)[0]).toBe(4001);
    second.socket.close();
  });

  test('lets a tab that was frozen while another took over overwrite nothing, and loses no word of it', async () => {
    const text = { connection: 'sandbox', prompt: 'frozen', variables: [], baseVersion: 1 };
    const ask = async (socket: WebSocket, method: string, input: unknown) => {
      const answer = once(socket, 'message');
      socket.send(JSON.stringify({ id: 1, method, input }));
      return JSON.parse(String((await answer)[0])).result;
    };
    const frozen = connect({ cookie, origin: app.origin });
    expect(await frozen.answer).toBe('open');
    // It hears nothing of what happens from now on.
    frozen.socket.pause();
    const other = connect({ cookie, origin: app.origin });
    expect(await other.answer).toBe('open');
    const events: unknown[] = [];
    other.socket.on('message', (message) => events.push(message));
    await ask(other.socket, 'drafts.put', { ...text, content: 'What the other tab wrote.' });
    frozen.socket.send(
      JSON.stringify({
        id: 2,
        method: 'drafts.put',
        input: { ...text, content: 'Words of the frozen tab.' },
      }),
    );
    const place = { connection: text.connection, prompt: text.prompt };
    await expect.poll(() => ask(other.socket, 'drafts.listEarlier', place)).toMatchObject({ value: [{}] });
    const [earlier] = (await ask(other.socket, 'drafts.listEarlier', place)).value;
    expect(await ask(other.socket, 'drafts.getEarlier', { ...place, id: earlier.id })).toMatchObject({
      value: { content: 'Words of the frozen tab.' },
    });
    const drafts = await ask(other.socket, 'drafts.list', { connection: 'sandbox' });
    expect(drafts.value).toMatchObject([{ content: 'What the other tab wrote.' }]);
    frozen.socket.terminate();
    other.socket.close();
  });

  test('keeps its secrets where only this user can read them', () => {
    if (process.platform === 'win32') return;
    expect(statSync(join(folder.path, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('refuses a second app on the same data folder', async () => {
    await expect(startWebApp(folder.path)).rejects.toThrow('ended without printing its link');
  });

  test('says in a sentence why it cannot start', () => {
    const fails = (...options: string[]) => {
      const result = spawnSync(process.execPath, [webAppEntry, '--no-open', ...options], {
        encoding: 'utf8',
      });
      expect(result.status).toBe(2);
      return result.stderr.trim();
    };
    const { port } = new URL(app.origin);
    const elsewhere = join(folder.path, 'elsewhere');
    expect(fails('--port', port, '--data', elsewhere)).toBe(
      `Port ${port} is in use. Choose another one with --port.`,
    );
    const file = join(folder.path, 'secrets.json');
    expect(fails('--data', file)).toBe(
      `PromptForge cannot keep anything in ${file}. Choose another folder with --data.`,
    );
    expect(fails('--port', 'many')).toContain('--port takes a number');
  });
});
