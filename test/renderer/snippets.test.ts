import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSnippets } from '#renderer/features/engineers/snippets.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

const run = promisify(execFile);
const isThere = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );
const programs = { curl: await isThere('curl'), python: await isThere('python3') };
const name = 'legal/refund';
const content = 'Hello {{customer}}, {{greeting}} {{count}} {{vip}} {{tier}}';
const customer = 'Zoë O’Neil\'s "team" \\ $HOME\n';
const finished = `Hello ${customer}, greeting 3 true pro`;
const variables = [
  { name: 'customer', type: 'text', required: true, example: customer },
  { name: 'count', type: 'number', required: true, example: '3' },
  { name: 'vip', type: 'boolean', required: true },
  { name: 'tier', type: 'choice', required: true, choices: ['free', 'pro'], example: 'pro' },
] as const;

let registry: TestRegistry;
let key: string;

beforeAll(async () => {
  registry = await startTestRegistry();
  const declared = variables.map((variable) => ({
    ...variable,
    choices: 'choices' in variable ? [...variable.choices] : undefined,
  }));
  await registry.admin.call('createPrompt', { body: { name, content, variables: declared } });
  ({ key } = await registry.join('app'));
});
afterAll(() => registry.remove());

interface Change {
  readonly address?: string;
  readonly key?: string;
  readonly isPromoted?: boolean;
}

function codeOf(id: string, change: Change = {}): string {
  const input = { address: registry.address, prompt: name, content, variables, isPromoted: false, ...change };
  return makeSnippets(input).find((snippet) => snippet.id === id)?.code ?? '';
}

async function outputOf(program: string, file: string, code: string, environment: NodeJS.ProcessEnv) {
  const path = join(registry.folder, file);
  await writeFile(path, code);
  const { PROMPTFORGE_KEY: _, ...others } = process.env;
  return run(program, [path], { env: { ...others, ...environment } });
}

const languages = [
  { id: 'curl', program: 'sh', file: 'snippet.sh', isThere: programs.curl },
  { id: 'typescript', program: process.execPath, file: 'snippet.mts', isThere: true },
  { id: 'python', program: 'python3', file: 'snippet.py', isThere: programs.python },
].filter((language) => language.isThere);

describe.each(languages)('$id, as it is pasted', ({ id, program, file }) => {
  const textOf = (stdout: string) => (id === 'curl' ? JSON.parse(stdout).content : stdout.slice(0, -1));

  it('fetches the text with a key from the environment', async () => {
    const { stdout } = await outputOf(program, file, codeOf(id), { PROMPTFORGE_KEY: key });
    expect(textOf(stdout)).toBe(finished);
  });

  it('fetches the text with the key that was just made', async () => {
    const { stdout } = await outputOf(program, file, codeOf(id, { key }), {});
    expect(textOf(stdout)).toBe(finished);
  });
});

describe.each(languages.filter(({ id }) => id !== 'curl'))('$id', ({ id, program, file }) => {
  /** The snippet with other work at its end than printing one text. */
  const withEnd = (code: string, end: string) => {
    const lines = code.split('\n');
    const last = lines.findLastIndex((line) => /^(console\.log|print)\(/.test(line));
    return [...lines.slice(0, last), end].join('\n');
  };

  it('goes on with its own text where the registry is not there', async () => {
    const gone = codeOf(id, { address: 'http://127.0.0.1:9', key });
    const { stdout, stderr } = await outputOf(program, file, gone, {});
    expect(stdout).toContain('The text to use before anything was ever fetched.');
    expect(stderr).toContain('could not be fetched');
  });

  it('goes on with its own text where something else answers', async () => {
    const page = createServer((_, response) => response.end('<html>Sign in</html>')).listen(0, '127.0.0.1');
    await once(page, 'listening');
    const { port } = page.address() as AddressInfo;
    const elsewhere = codeOf(id, { address: `http://127.0.0.1:${port}`, key });
    const { stdout, stderr } = await outputOf(program, file, elsewhere, {});
    page.close();
    expect(stdout).toContain('The text to use before anything was ever fetched.');
    expect(stderr).toContain('could not be fetched');
  });

  it('asks again only after a while', async () => {
    const values = '{"customer": "A", "greeting": "b", "count": 1, "vip": "true", "tier": "pro"}';
    const end =
      id === 'typescript'
        ? `for (let n = 0; n < 3; n += 1) console.log(await fetchPrompt(${values}));
globalThis.fetch = () => Promise.reject(new Error('asked again'));
console.log(await fetchPrompt(${values}));
const later = Date.now() + 61_000;
Date.now = () => later;
console.log(await fetchPrompt(${values}));`
        : `for n in range(3): print(fetch_prompt(${values}))
def refuse(*_, **__): raise OSError("asked again")
urllib.request.urlopen = refuse
print(fetch_prompt(${values}))
later = time.monotonic() + 61
time.monotonic = lambda: later
print(fetch_prompt(${values}))`;
    const { stdout, stderr } = await outputOf(program, file, withEnd(codeOf(id, { key }), end), {});
    expect(stdout.trimEnd().split('\n')).toEqual(Array.from({ length: 5 }, () => 'Hello A, b 1 true pro'));
    expect(stderr.match(/asked again/g)).toHaveLength(1);
  });
});

it('asks for stable where there is one', () => {
  expect(codeOf('curl', { isPromoted: true })).toContain('"version": "stable"');
  expect(codeOf('curl')).toContain('"version": "latest"');
});
