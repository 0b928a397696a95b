import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
  for (const name of ['=1+1', '+cmd', '-2', '@sum', '\tindent', 'Müller, "Bo"\r\nnext line']) {
    const member = await registry.admin.call('createMember', {
      body: { name: `x${name}`, roles: ['editor'] },
    });
    await registry.admin.call('updateMember', { params: { id: member.id }, body: { name: name.trim() } });
    const { secret } = await registry.admin.call('createKey', {
      params: { id: member.id },
      body: { name: 'k' },
    });
    const content = 'x';
    await registry.as(secret).call('createPrompt', { body: { name: `by-${member.id}`, content } });
  }
});
afterAll(() => registry.remove());

async function getTable(query = '') {
  const response = await registry.admin.send('GET', `/events${query}`, { headers: { accept: 'text/csv' } });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  return readTable(await response.text());
}

/** RFC 4180, read by the letter. */
function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let position = 0;
  while (position < text.length) {
    const quoted = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    quoted.lastIndex = position;
    const found = quoted.exec(text);
    if (!found) throw new Error(`No field at ${position}.`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    position = quoted.lastIndex;
    if (text[position] === ',') position += 1;
    else if (text.startsWith('\r\n', position)) {
      position += 2;
      if (position < text.length) rows.push([]);
    } else throw new Error(`A row ends without CRLF at ${position}.`);
  }
  return rows;
}

it('gives all events as a table, in order', async () => {
  const events = await readAllEvents(registry.admin);
  const [head, ...rows] = await getTable();
  expect(head).toEqual([
    ...['seq', 'at', 'type', 'actor', 'actorId', 'prompt', 'version', 'data', 'id', 'previousHash', 'hash'],
  ]);
  expect(rows.map((row) => Number(row[0]))).toEqual(events.map((event) => event.seq));
  for (const [index, event] of events.entries()) {
    expect(JSON.parse(rows[index]?.[7] ?? '')).toEqual(event.data);
    expect(rows[index]?.[10]).toBe(event.hash);
  }
});

it('lets no cell become a formula', async () => {
  const rows = (await getTable('?type=prompt.created')).slice(1);
  expect(rows.map((row) => row[3])).toEqual([
    ...["'=1+1", "'+cmd", "'-2", "'@sum", 'indent', 'Müller, "Bo"\r\nnext line'],
  ]);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

it('follows the filters and a limit', async () => {
  expect((await getTable('?limit=3&after=2')).slice(1).map((row) => row[0])).toEqual(['3', '4', '5']);
  expect((await getTable('?order=newest&limit=1'))[1]?.[0]).toBe(String((await getTable()).length - 1));
  expect(await getTable('?after=100000')).toHaveLength(1);
});

it('goes on over many pages', async () => {
  const before = (await getTable()).length;
  const body = (number: number) => ({ name: `many-${number}`, content: 'x' });
  await Promise.all(
    Array.from({ length: 250 }, (_, number) => registry.admin.call('createPrompt', { body: body(number) })),
  );
  expect(await getTable()).toHaveLength(before + 250);
});

it('is JSON unless a table is preferred', async () => {
  for (const accept of ['*/*', 'application/json', 'text/html', 'text/csv;q=0.5, application/json']) {
    const response = await registry.admin.send('GET', '/events', { headers: { accept } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  }
});
