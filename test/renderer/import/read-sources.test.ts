import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCells } from '#renderer/features/import/read-csv.ts';
import { readPaste, readSource, type Source } from '#renderer/features/import/read-sources.ts';
import { listCandidates, readTableFrom } from '#renderer/features/import/sources-to-candidates.ts';

const usualPlace = fileURLToPath(new URL('../../../../shared/data/prompts.csv', import.meta.url));
const realPrompts = process.env.PROMPTFORGE_PROMPTS ?? usualPlace;

const fileOf = (path: string, ...parts: BlobPart[]) => ({ path, file: new File(parts, path) });

function candidatesOf(...sources: Source[]) {
  const readings = new Map(
    sources.flatMap((source) => {
      const reading = readTableFrom(source);
      return reading ? [[source, reading] as const] : [];
    }),
  );
  return listCandidates(sources, readings);
}
const read = async (path: string, ...parts: BlobPart[]) =>
  candidatesOf(await readSource(fileOf(path, ...parts)));

describe('a file', () => {
  it('of text is one prompt, byte for byte, named after its place', async () => {
    const text = '\u2028Dear {{customer}},\r\n\r\n漢字🙂\n';
    expect(await read('Legal/Refund policy (EU).txt', text)).toMatchObject([
      { title: 'Refund policy (EU)', name: 'legal/refund-policy-eu', text, remark: null, fault: null },
    ]);
  });

  it('of Markdown may say in its head what it is', async () => {
    const head =
      '---\ntitle: "Refunds: EU"\nname: legal/refunds\ntags: [legal, eu]\nmodel: gpt\n---\n\n# Role\n';
    expect(await read('a.md', head)).toMatchObject([
      { title: 'Refunds: EU', name: 'legal/refunds', tags: ['legal', 'eu'], text: '# Role\n' },
    ]);
    expect((await read('a.md', head))[0]?.remark).toContain('model');
    const notAHead = '---\nJust a line: of [text\n---\nMore';
    expect(await read('b.md', notAHead)).toMatchObject([{ title: 'B', text: notAHead }]);
  });

  it('of Markdown with a head that cannot be read stays as it is, and it is said', async () => {
    const broken = '---\ntitle: "never closed\n---\nMore';
    const [candidate] = await read('b.md', broken);
    expect(candidate).toMatchObject({ title: 'B', text: broken });
    expect(candidate?.remark).toContain('cannot be read');
  });

  it.each([
    [',', 'title,prompt\r\nGreeting,"Say ""Hi"",\nthen {name}"\r\n'],
    [';', '\ufefftitle;prompt\nGreeting;"Say ""Hi"",\nthen {name}"'],
    ['what its first line says', 'sep=|\r\ntitle|prompt\nGreeting|"Say ""Hi"",\nthen {name}"'],
    ['a tab', 'Title\tPrompt\nGreeting\t"Say ""Hi"",\nthen {name}"'],
  ])('of rows with %s between them is a table', async (_, text) => {
    expect(await read('list.csv', text)).toMatchObject([
      { from: 'list.csv, row 2', title: 'Greeting', name: 'greeting', text: 'Say "Hi",\nthen {name}' },
    ]);
  });

  it('says how much of a long table is read', () => {
    const parts: number[] = [];
    readCells('Ä;"b\nb"\n'.repeat(2_000), (part) => parts.push(part));
    expect(parts.length).toBeGreaterThan(40);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(parts.at(-1)).toBeGreaterThan(0.97);
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
  });

  it('without names of columns is understood by what is in it', async () => {
    const long = 'You are a helpful assistant. '.repeat(20);
    expect(await read('list.csv', `Greeting,"${long}"\nFarewell,"${long}"`)).toMatchObject([
      { title: 'Greeting', text: long },
      { title: 'Farewell', text: long },
    ]);
  });

  it.each([
    ['a list', [{ name: 'Greeting', content: 'Hi' }]],
    ['a list by itself in an object', { prompts: [{ title: 'Greeting', text: 'Hi' }], total: 1 }],
    ['texts by their names', { Greeting: 'Hi' }],
    ['prompts by their names', { Greeting: { prompt: 'Hi' } }],
    ['one prompt', { title: 'Greeting', template: 'Hi' }],
    ['a conversation of one message', [{ name: 'Greeting', messages: [{ role: 'system', content: 'Hi' }] }]],
  ])('of JSON may be %s', async (_, value) => {
    expect(await read('prompts.json', JSON.stringify(value))).toMatchObject([
      { title: 'Greeting', name: 'greeting', text: 'Hi' },
    ]);
  });

  it('of JSON Lines is a list; what is not a text is named', async () => {
    const lines = '{"title":"A","content":"1"}\n{"title":"B","content":[{"role":"system"}]}\n';
    const [first, second] = await read('prompts.jsonl', lines);
    expect(first).toMatchObject({ title: 'A', text: '1', fault: null });
    expect(second?.fault).toContain('not a text');
  });

  it('of JSON with whole conversations names them, and takes nothing else for their text', async () => {
    const messages = [
      { role: 'system', content: 'Be kind' },
      { role: 'user', content: 'Hi' },
    ];
    const [candidate] = await read('chats.json', JSON.stringify([{ name: 'Chat', messages }]));
    expect(candidate).toMatchObject({ title: 'Chat', text: '' });
    expect(candidate?.fault).toContain('not a text');
  });

  it.each([
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0, 1, 0xff]), 'not a text file'],
    ['a Word document', 'a.docx', 'PK', 'save it as plain text'],
    [
      'a picture in other letters',
      'a.png',
      new Uint8Array([0x89, 0x50, 0x1a, 0x0a, 0xff]),
      'not a text file',
    ],
    ['JSON without prompts', 'a.json', '[]', 'no list of prompts'],
    [
      'JSON with a comma too much',
      'a.json',
      '[\n{"title": "x", "text": "y"},\n{"title": "z",}]',
      'not valid JSON: look at line 3',
    ],
    ['JSON that ends too early', 'a.json', '[{"title": "x"', 'not valid JSON'],
    ['JSON Lines with a wrong one', 'a.jsonl', '{"text": "a"}\n\n{"text": b}\n', 'JSON: look at line 3'],
    ['empty JSON', 'a.json', ' \n', 'nothing in it'],
    ['a table that never ends its quotation', 'a.csv', 'title,prompt\n"a,b', 'never closed'],
  ])('that is %s is named with the reason', async (_, path, content, reason) => {
    const [candidate] = await read(path, content);
    expect(candidate?.fault).toContain(reason);
  });

  it('in another encoding is read, and it is said', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([0x47, 0xfc]).buffer)]);
    expect((await read('a.txt', utf16))[0]).toMatchObject({ text: 'Gü', remark: null });
    const [western] = await read('a.txt', new Uint8Array([0x47, 0xfc]));
    expect(western?.text).toBe('Gü');
    expect(western?.remark).toContain('Western European');
  });
});

describe('a paste', () => {
  it('is one prompt, or rows of a spreadsheet, or JSON', () => {
    expect(candidatesOf(readPaste('# Be brief\n\nAnswer.', 'prompt'))).toMatchObject([
      { title: 'Be brief', name: 'be-brief', text: '# Be brief\n\nAnswer.' },
    ]);
    expect(candidatesOf(readPaste('title\tprompt\nA\t1\nB\t2', 'list'))).toHaveLength(2);
    expect(candidatesOf(readPaste('[{"title":"A","content":"1"}]', 'list'))).toHaveLength(1);
  });
});

it.skipIf(!existsSync(realPrompts))('reads every real prompt, and gives each a name', async () => {
  const candidates = await read('prompts.csv', readFileSync(realPrompts));
  expect(candidates.length).toBeGreaterThan(500);
  expect(candidates.filter(({ fault, name, text }) => fault !== null || name === '' || text === '')).toEqual(
    [],
  );
});
