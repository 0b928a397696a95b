import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findContentFault } from '#core/domain/content.ts';
import { isPromptName } from '#core/domain/prompt-name.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import {
  inventPromptRevisions,
  type PromptHistory,
  readPromptRevisions,
} from '../support/prompt-revisions.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

const real = readPromptRevisions();
let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

/** Saves every revision as a version over HTTP, and reads all of them back. */
async function saveAndReadBack(histories: readonly PromptHistory[]) {
  const { admin } = registry;
  let count = 0;
  let largest = 0;
  for (const { name, contents } of histories) {
    expect(isPromptName(name)).toBe(true);
    const params = { name };
    for (const [index, content] of contents.entries()) {
      expect(findContentFault(content)).toBeNull();
      const { version } =
        index === 0
          ? await admin.call('createPrompt', { body: { name, content } })
          : await admin.call('saveVersion', { params, body: { content, baseVersion: index } });
      expect(version).toBe(index + 1);
    }
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.call('listVersions', { params, query: { limit: 200, cursor } });
      numbers.unshift(...page.items.map((item) => item.version).toReversed());
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(numbers).toEqual(contents.map((_, index) => index + 1));
    for (const [index, content] of contents.entries()) {
      const stored = await admin.call('getVersion', { params: { name, version: index + 1 } });
      const bytes = Buffer.from(content, 'utf8');
      expect(Buffer.from(stored.content, 'utf8').equals(bytes)).toBe(true);
      const query = `_version=${index + 1}&_missing=keep`;
      const served = await admin.send('GET', `/prompts/${encodeURIComponent(name)}?${query}`);
      expect(served.status).toBe(200);
      count += 1;
      largest = Math.max(largest, bytes.length);
    }
  }
  expect(findBrokenEvent(await readAllEvents(admin))).toBeNull();
  return { prompts: histories.length, revisions: count, largest };
}

describe('revisions of prompts', () => {
  it.skipIf(real === null)(
    real === null
      ? 'of real prompts: skipped, the file that PROMPTFORGE_REVISIONS names is not there'
      : 'of real prompts are kept byte for byte, gapless',
    async ({ annotate }) => {
      const { prompts, revisions, largest } = await saveAndReadBack(real ?? []);
      await annotate(`${prompts} prompts, ${revisions} revisions, the largest of ${largest} bytes`);
      expect(revisions).toBeGreaterThan(0);
    },
    120_000,
  );

  it('of invented prompts are kept byte for byte, gapless', async () => {
    expect(await saveAndReadBack(inventPromptRevisions())).toMatchObject({ prompts: 12, revisions: 120 });
  });
});
