import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Version } from '#core/contract/shapes.ts';
import { mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { mergedText, noChoices } from '#renderer/features/merge/merge-choices.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

const editors = 50;
const name = 'shared';
const params = { name };
const base = Array.from({ length: editors }, (_, index) => `Line ${index} of the policy.`).join('\n\n');

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTestRegistry();
  await registry.admin.call('createPrompt', { body: { name, content: base } });
});
afterAll(() => registry.remove());

const edit = (editor: number) =>
  base.replace(`Line ${editor} of`, `Line ${editor}, changed by ${editor}, of`);
const save = (content: string, baseVersion: number) =>
  registry.admin.send('POST', `/prompts/${name}/versions`, { body: { content, baseVersion } });

it('gives one of 50 editors on the same base a 201 and 49 the text that was saved instead', async () => {
  const answers = await Promise.all(
    Array.from({ length: editors }, async (_, editor) => {
      const response = await save(edit(editor), 1);
      return { editor, status: response.status, problem: (await response.json()) as { latest?: Version } };
    }),
  );
  const refused = answers.filter((answer) => answer.status === 409);
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  expect(refused).toHaveLength(editors - 1);

  const merging = refused.map(async ({ editor, problem }) => {
    let theirs = problem.latest;
    for (;;) {
      if (!theirs) throw new Error('The conflict does not say what was saved instead.');
      const parts = mergeTexts(base, edit(editor), theirs.content);
      if (parts.some(({ kind }) => kind === 'conflict')) throw new Error('Nobody else changed this line.');
      const response = await save(mergedText(parts, noChoices), theirs.version);
      if (response.status === 201) return;
      theirs = ((await response.json()) as { latest?: Version }).latest;
    }
  });
  await Promise.all(merging);

  const { latest } = await registry.admin.call('getDetails', { params });
  expect(latest).toBe(editors + 1);
  const { content } = await registry.admin.call('getVersion', { params: { name, version: latest } });
  for (let editor = 0; editor < editors; editor += 1) expect(content).toContain(`changed by ${editor}, of`);
});
