import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandRunner, createCommandRunner } from '../support/run-command.ts';
import { startTestRegistry, type TestRegistry, testAdminKey } from '../support/start-test-registry.ts';

let target: TestRegistry;
const commandsOf = (registry: TestRegistry): CommandRunner =>
  createCommandRunner(registry.address, testAdminKey);

describe('a file', () => {
  let written: string;
  beforeAll(async () => {
    target = await startTestRegistry();
    written = join(target.folder, 'written.jsonl');
  });
  afterAll(() => target.remove());

  const lines = (...values: unknown[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;
  const header = { kind: 'header', format: 'promptforge-export', formatVersion: 1 };
  const prompt = { kind: 'prompt', name: 'a' };
  const version = { kind: 'version', prompt: 'a', version: 1, content: 'Hello {{x}}\u2028\r\n' };
  const end = { kind: 'end', prompts: 1, versions: 1 };

  it.each([
    ['no header', [prompt, version, end], 'Line 1', 'not the beginning'],
    ['a newer format', [{ ...header, formatVersion: 2 }, prompt, version, end], 'Line 1', 'newer version'],
    ['another program’s header', [{ ...header, format: 'x' }, prompt, version, end], 'Line 1', 'format'],
    ['no end', [header, prompt, version], 'is not whole', 'the end, is missing'],
    [
      'a version too few',
      [header, prompt, version, { ...end, versions: 2 }],
      'Line 4',
      'it should have 1 prompt with 2 versions, and has 1 with 1',
    ],
    ['a gap', [header, prompt, { ...version, version: 2 }, end], 'Line 3', 'version 1 of “a” should be here'],
    ['a version of another prompt', [header, prompt, { ...version, prompt: 'b' }, end], 'Line 3', '“b”'],
    ['a prompt without versions', [header, prompt, { ...end, versions: 0 }], 'no version', '“a”'],
    ['a prompt twice', [header, prompt, version, prompt, version, end], 'Line 4', 'twice'],
    ['a name that is none', [header, { ...prompt, name: 'A' }, version, end], 'Line 2', '“name”'],
    ['an empty text', [header, prompt, { ...version, content: '' }, end], 'Line 3', '“content”'],
    ['another text’s hash', [header, prompt, { ...version, contentHash: 'sha256:0' }, end], 'Line 3', 'hash'],
    ['another file’s checksum', [header, prompt, version, { ...end, sha256: '0' }], 'Line 4', 'checksum'],
    [
      'stable of no version',
      [header, prompt, version, { kind: 'stable', prompt: 'a', version: 2 }, end],
      'Line 4',
      'no version 2',
    ],
    ['more after the end', [header, prompt, version, end, prompt], 'Line 5', 'after the end'],
  ])('with %s is refused, and nothing is changed', async (_, values, place, reason) => {
    writeFileSync(written, lines(...values));
    const { code, err } = await commandsOf(target)('import', written);
    expect(code).toBe(1);
    expect(err).toContain(place);
    expect(err).toContain(reason);
    expect((await target.admin.call('listPrompts', { query: {} })).items).toEqual([]);
  });

  it.each([
    ['not JSON', Buffer.from('{"kind":'), 'this is not JSON'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not UTF-8'],
    ['empty', Buffer.from(''), 'not whole'],
  ])('that is %s is refused', async (_, bytes, reason) => {
    writeFileSync(written, bytes);
    expect(await commandsOf(target)('import', written)).toMatchObject({
      code: 1,
      err: expect.stringContaining(reason),
    });
  });

  it('that is not there is named', async () => {
    expect(await commandsOf(target)('import', `${written}.not`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
  });

  it('may be the example of the documentation', async () => {
    const page = readFileSync(new URL('../../docs/export-format.md', import.meta.url), 'utf8');
    writeFileSync(written, /```json\n(.*?)```/s.exec(page)?.[1] ?? '');
    const { code, out } = await commandsOf(target)('import', written, '--dry-run');
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^mails\/welcome: new; versions 1 to 2; a request to promote v2/);
  });

  it('may be written by hand', async () => {
    writeFileSync(written, lines(header, prompt, version, { kind: 'unheard-of' }, end));
    expect(await commandsOf(target)('import', written)).toMatchObject({ code: 0 });
    const kept = await target.admin.call('getVersion', { params: { name: 'a', version: 1 } });
    expect(kept).toMatchObject({ content: version.content, note: '' });
  });
});
