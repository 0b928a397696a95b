import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSnippets } from '#renderer/features/engineers/snippets.ts';

const run = promisify(execFile);
const isThere = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );
const programs = { curl: await isThere('curl'), python: await isThere('python3') };
const content = 'Hello {{customer}}, {{greeting}} {{count}} {{vip}} {{tier}}';
const asked = { url: '', key: '', body: '' };
let server: Server;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snippets-'));
  server = createServer(async (request, response) => {
    asked.url = request.url ?? '';
    asked.key = request.headers.authorization ?? '';
    asked.body = (await request.toArray()).join('');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ content: 'It’s the finished text.' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function codeOf(id: string): string {
  const { port } = server.address() as AddressInfo;
  const snippets = makeSnippets({
    address: `http://127.0.0.1:${port}`,
    prompt: 'legal/refund',
    content,
    variables: [
      { name: 'customer', type: 'text', required: true, example: 'Zoë O’Neil\'s "team" \\ $HOME\n' },
      { name: 'count', type: 'number', required: true, example: '3' },
      { name: 'vip', type: 'boolean', required: true },
      { name: 'tier', type: 'choice', required: true, choices: ['free', 'pro'], example: 'pro' },
    ],
  });
  return snippets.find((snippet) => snippet.id === id)?.code ?? '';
}

async function check(program: string, extension: string, id: string) {
  const file = join(folder, `snippet.${extension}`);
  await writeFile(file, codeOf(id));
  const { stdout } = await run(program, [file], { env: { ...process.env, PROMPTFORGE_KEY: 'pf_key' } });
  expect(stdout).toContain('It’s the finished text.');
  expect(asked.url).toBe('/api/v1/prompts/legal%2Frefund');
  expect(asked.key).toBe('Bearer pf_key');
  expect(JSON.parse(asked.body)).toEqual({
    version: 'stable',
    variables: {
      customer: 'Zoë O’Neil\'s "team" \\ $HOME\n',
      count: 3,
      vip: true,
      tier: 'pro',
      greeting: 'greeting',
    },
  });
}

it('TypeScript works as it is pasted', () => check(process.execPath, 'mts', 'typescript'));
it.skipIf(!programs.curl)('curl works as it is pasted', () => check('sh', 'sh', 'curl'));
it.skipIf(!programs.python)('Python works as it is pasted', () => check('python3', 'py', 'python'));
