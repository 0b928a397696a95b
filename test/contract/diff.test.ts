import { applyPatch } from 'diff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
const params = { name: 'letters/welcome' };
const first = 'Dear {{name}},\nyou have {{tier}}. Enjoy it.\n\nBye\n';
const second = 'Dear {{name}},\nyou own {{plan}}. Enjoy it.\n\nBye';

beforeAll(async () => {
  registry = await startTestRegistry();
  const { admin } = registry;
  await admin.call('createPrompt', { body: { ...params, content: first } });
  await admin.call('saveVersion', { params, body: { content: second, baseVersion: 1 } });
});
afterAll(() => registry.remove());

const compare = (from: string, to: string) =>
  registry.admin.call('compareVersions', { params, query: { from, to } });
const refuse = (query: object, name = params.name) =>
  registry.admin.refuse('compareVersions', { params: { name }, query });

describe('comparing versions', () => {
  it('gives both texts back, and says what changed', async () => {
    const diff = await compare('1', '2');
    expect(diff.summary).toBe('1 sentence changed, variable `plan` added, variable `tier` removed');
    const side = (other: string) =>
      diff.hunks
        .flatMap(({ parts }) => parts)
        .map(({ kind, text }) => (kind === other ? '' : text))
        .join('');
    expect([side('added'), side('removed')]).toEqual([first, second]);
    expect((await compare('2', '2')).summary).toBe('no change');
    expect((await compare('2', '1')).to.version).toBe(1);
  });

  it('begins at stable and ends at latest, where nothing else is asked for', async () => {
    expect(await refuse({})).toMatchObject({ code: 'channel-empty', status: 404 });
    const { admin } = registry;
    const policy = await admin.call('getPolicy', {});
    await admin.call('setPolicy', { body: { ...policy, requiredApprovals: 0 } });
    const { id } = await admin.call('requestPromotion', {
      params,
      body: { version: 1, expectedStable: null },
    });
    await admin.call('applyPromotion', { params: { id } });
    expect(await admin.call('compareVersions', { params, query: {} })).toMatchObject({
      from: { version: 1 },
      to: { version: 2 },
    });
  });

  it('asks for versions that are there', async () => {
    expect(await refuse({ from: '1', to: '3' })).toMatchObject({ code: 'version-not-found' });
    expect(await refuse({ from: '1' }, 'none')).toMatchObject({ code: 'prompt-not-found' });
    for (const to of ['v1', '0', 'newest', '']) {
      expect(await refuse({ from: '1', to })).toMatchObject({ errors: [{ field: 'to' }] });
    }
  });

  it('gives a unified diff to whoever prefers one', async () => {
    const path = `/prompts/${encodeURIComponent(params.name)}/diff?from=1&to=2`;
    const response = await registry.admin.send('GET', path, { headers: { accept: 'text/x-diff' } });
    expect(response.headers.get('content-type')).toBe('text/x-diff; charset=utf-8');
    const patch = await response.text();
    expect(patch).toContain('--- a/letters/welcome v1\n+++ b/letters/welcome v2\n');
    expect(applyPatch(first, patch)).toBe(second);
    const plain = await registry.admin.send('GET', path, { headers: { accept: 'text/plain' } });
    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
