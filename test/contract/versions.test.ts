import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findContentFault } from '#core/domain/content.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

const create = (name: string, content = 'one') =>
  registry.admin.call('createPrompt', { body: { name, content } });

describe('saving', () => {
  it('refuses a save on a version that is not the latest, with the latest in the answer', async () => {
    const params = { name: 'conflict' };
    await create(params.name);
    const bo = await registry.join('editor');
    const theirs = await bo.call('saveVersion', {
      params,
      body: { content: 'theirs', note: 'n', baseVersion: 1 },
    });
    const problem = await registry.admin.refuse('saveVersion', {
      params,
      body: { content: 'mine', baseVersion: 1 },
    });
    expect(problem).toMatchObject({ code: 'version-conflict', status: 409, latest: theirs });
    expect((await registry.admin.call('listVersions', { params, query: {} })).items).toHaveLength(2);
    const ahead = await registry.admin.refuse('saveVersion', {
      params,
      body: { content: 'x', baseVersion: 9 },
    });
    expect(ahead).toMatchObject({ code: 'version-not-found' });
  });

  it('refuses a save on another text than the one it was written from, where that is said', async () => {
    const params = { name: 'another-base' };
    await create(params.name);
    const [base] = (await registry.admin.call('listVersions', { params, query: {} })).items;
    const body = { content: 'mine', baseVersion: 1 };
    const problem = await registry.admin.refuse('saveVersion', {
      params,
      body: { ...body, baseContentHash: 'sha256:of-a-text-before-a-backup-was-restored' },
    });
    expect(problem).toMatchObject({ code: 'version-conflict', status: 409, latest: { version: 1 } });
    expect((await registry.admin.call('listVersions', { params, query: {} })).items).toHaveLength(1);
    const saved = await registry.admin.call('saveVersion', {
      params,
      body: { ...body, baseContentHash: base?.contentHash },
    });
    expect(saved).toMatchObject({ version: 2, content: 'mine' });
  });

  it('lets one of fifty on the same base win, and saves nothing of the others', async () => {
    const params = { name: 'fifty' };
    await create(params.name);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        registry.admin.send('POST', '/prompts/fifty/versions', {
          body: { content: `by ${index}`, baseVersion: 1 },
        }),
      ),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    const { items } = await registry.admin.call('listVersions', { params, query: {} });
    expect(items.map((item) => item.version)).toEqual([2, 1]);
  });

  it('keeps numbers gapless where fifty begin again after each conflict', async () => {
    const params = { name: 'gapless' };
    await create(params.name);
    const saveUntilDone = async (content: string) => {
      for (let base = 1; ; ) {
        const body = { content, baseVersion: base };
        const response = await registry.admin.send('POST', '/prompts/gapless/versions', { body });
        const answer = (await response.json()) as { latest?: { version: number } };
        if (response.status === 201) return;
        base = answer.latest?.version ?? base;
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, index) => saveUntilDone(`edit ${index}`)));
    const { items } = await registry.admin.call('listVersions', { params, query: { limit: 200 } });
    expect(items.map((item) => item.version)).toEqual(Array.from({ length: 51 }, (_, index) => 51 - index));
    const contents = await Promise.all(
      items.map(
        async ({ version }) =>
          (await registry.admin.call('getVersion', { params: { ...params, version } })).content,
      ),
    );
    expect(new Set(contents).size).toBe(51);
  });

  it('lets one of twenty create a prompt', async () => {
    const body = { name: 'once', content: 'x' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => registry.admin.send('POST', '/prompts', { body })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(19).fill(409)]);
  });
});

describe('content', () => {
  const readBack = async (name: string, content: string) => {
    await create(name, content);
    const version = await registry.admin.call('getVersion', { params: { name, version: 1 } });
    const resolved = await registry.admin.send('GET', `/prompts/${name}?_version=1&_missing=keep`, {
      headers: { accept: 'text/plain' },
    });
    return { stored: version.content, served: Buffer.from(await resolved.arrayBuffer()) };
  };

  it.each([
    ['a byte order mark', '\ufefftext\ufeff'],
    ['all kinds of line ends', '\r\n\n\r\r\n\u2028\u2029\u0085 \t\v\f'],
    ['spaces at both ends', '  \n text \n\n'],
    ['a text of one byte', ' '],
    ['characters of all planes', 'ß 漢字 🙂 👩‍👩‍👧 \u0001\u007f\u{10ffff} e\u0301 \ufffd'],
    ['JSON with braces', '{"a":{"b":[{}]},"c":"{ {x} }","d":"{{1}}","e":"{{ }}"}'],
    [
      'what looks like SQL, HTML or a path',
      `'; DROP TABLE versions; -- <script>alert(1)</script> ../../etc/passwd %00`,
    ],
    ['1 MiB', 'x'.repeat(1024 * 1024)],
    ['1 MiB of two-byte characters', 'é'.repeat(512 * 1024)],
  ])('with %s comes back byte for byte', async (title, content) => {
    const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const { stored, served } = await readBack(name, content);
    expect(stored === content).toBe(true);
    expect(served.equals(Buffer.from(content, 'utf8'))).toBe(true);
  });

  it('of any kind comes back byte for byte', async () => {
    let number = 0;
    const contents = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => findContentFault(text) === null);
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        number += 1;
        await create(`any-${number}`, content);
        const { content: stored } = await registry.admin.call('getVersion', {
          params: { name: `any-${number}`, version: 1 },
        });
        expect(stored).toBe(content);
      }),
      { numRuns: 100 },
    );
  });
});

describe('lists', () => {
  it('come in pages that fit together', async () => {
    const params = { name: 'paged' };
    await create(params.name);
    for (let base = 1; base <= 6; base += 1) {
      await registry.admin.call('saveVersion', {
        params,
        body: { content: `v${base + 1}`, baseVersion: base },
      });
    }
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await registry.admin.call('listVersions', { params, query: { limit: 3, cursor } });
      seen.push(...page.items.map((item) => item.version));
      expect(page.items.length).toBeLessThanOrEqual(3);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });
});
