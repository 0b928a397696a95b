import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MergePart, mergeTexts } from '#core/domain/merge/merge-texts.ts';
import { splitIntoSentences } from '#core/domain/merge/split-into-sentences.ts';
import { mergedText, noChoices } from '#renderer/features/merge/merge-choices.ts';
import { openWorkspace, type Workspace } from '../support/open-workspace.ts';
import { inventPromptRevisions, readPromptRevisions } from '../support/prompt-revisions.ts';
import { createRandom } from '../support/random.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';

const rounds = testSize({ short: 15, full: 1_200 });
const longest = 20_000;
const folder = makeTemporaryFolder();
const random = createRandom(11);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const shuffle = <Item>(items: readonly Item[]) =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

interface Editor {
  readonly name: string;
  readonly workspace: Workspace;
}

let registry: TestRegistry;
let editors: Editor[];
beforeAll(async () => {
  registry = await startTestRegistry({ rateLimit: 1_000_000 });
  editors = await Promise.all(
    ['ada', 'bert', 'cleo'].map(async (name) => {
      const { key } = await registry.join('editor');
      const dataFolder = join(folder.path, name);
      return { name, workspace: openWorkspace({ dataFolder, address: registry.address, key }) };
    }),
  );
});
afterAll(async () => {
  for (const { workspace } of editors) workspace.outbox.close();
  await registry.remove();
  folder.remove();
});

/** Changes some sentences as a person does. What comes in are words that nobody else has. */
function edit(text: string, name: string): string {
  const sentences = splitIntoSentences(text);
  let words = 0;
  const newWord = () => `${name}${words++}q`;
  for (let count = 1 + Math.floor(random() * 5); count > 0; count -= 1) {
    const at = Math.floor(random() * sentences.length);
    const sentence = sentences[at] ?? '';
    switch (pick(['word', 'word', 'insert', 'remove', 'rewrite'] as const)) {
      case 'word':
        sentences[at] = sentence.replace(/\p{L}{3,}/u, newWord());
        break;
      case 'insert':
        sentences.splice(at, 0, `This is new, ${newWord()}. `);
        break;
      case 'remove':
        sentences.splice(at, 1);
        break;
      case 'rewrite':
        sentences[at] = `Written anew by ${newWord()}.${/\s*$/.exec(sentence)?.[0] ?? ''}`;
    }
  }
  return sentences.join('');
}

const newWordsOf = (text: string, name: string) => text.match(new RegExp(`\\b${name}\\d+q`, 'g')) ?? [];

/** `null` where git finds a conflict. */
function mergeWithGit(...texts: readonly [mine: string, base: string, theirs: string]): string | null {
  const files = texts.map((text, place) => {
    const file = join(folder.path, String(place));
    writeFileSync(file, text);
    return file;
  });
  try {
    return execFileSync('git', ['merge-file', '-p', '-q', ...files], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
}

const sorted = (text: string) => text.split('\n').sort().join('\n');
const isMerged = (parts: readonly MergePart[]) => parts.every(({ kind }) => kind !== 'conflict');

it(
  'brings three editors who wrote offline to one text, and drops nobody’s words',
  async () => {
    const histories = readPromptRevisions() ?? inventPromptRevisions();
    const texts = histories.flatMap(({ contents }) => contents.filter(({ length }) => length < longest));
    const counts = { merges: 0, clean: 0, cleanInGit: 0, agreed: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const prompt = `round-${round}`;
      const base = pick(texts);
      await registry.admin.call('createPrompt', { body: { name: prompt, content: base } });
      const written = new Map(editors.map((editor) => [editor, edit(base, editor.name)]));

      // Each comes back at a time of their own, with what they wrote from the first version.
      for (const [editor, mine] of shuffle([...written])) {
        const place = { connection: 'team', prompt };
        let sent = { content: mine, baseVersion: 1 };
        for (;;) {
          if (sent.content.trim() === '' || (sent.baseVersion === 1 && mine === base)) break;
          const request = {
            ...place,
            ...sent,
            variables: [],
            note: '',
            baseContentHash: null,
            onTopOf: null,
          };
          const result = await editor.workspace.outbox.save(request);
          if (result.kind === 'saved') break;
          if (result.kind === 'waiting') throw new Error('The registry does not answer.');
          const params = { name: prompt, version: result.theirs.version };
          const theirs = (await registry.admin.call('getVersion', { params })).content;
          const parts = mergeTexts(base, mine, theirs);
          counts.merges += 1;
          if (isMerged(parts)) counts.clean += 1;
          const inGit = mergeWithGit(mine, base, theirs);
          if (inGit !== null) {
            counts.cleanInGit += 1;
            if (isMerged(parts) && sorted(mergedText(parts, noChoices)) === sorted(inGit)) counts.agreed += 1;
          }
          // Nobody decides: a place that both changed keeps both wordings.
          const content = mergedText(parts, noChoices);
          if (content === theirs) break;
          sent = { content, baseVersion: result.theirs.version };
        }
      }

      const { latest } = await registry.admin.call('getDetails', { params: { name: prompt } });
      const { content } = await registry.admin.call('getVersion', {
        params: { name: prompt, version: latest },
      });
      for (const [{ name }, mine] of written) {
        for (const word of newWordsOf(mine, name)) expect(content).toContain(word);
      }
      // Whoever has saved nothing since goes on with this text, and merging it again changes nothing.
      for (const mine of written.values()) {
        const again = mergeTexts(mine, mine, content);
        expect(mergedText(again, noChoices)).toBe(content);
      }
    }
    expect(counts.merges).toBeGreaterThan(rounds / 2);
    // It merges at least what git merges line by line, and much of what git leaves open.
    expect(counts.clean).toBeGreaterThan(counts.cleanInGit);
    expect(counts.agreed / counts.cleanInGit, JSON.stringify(counts)).toBeGreaterThan(0.97);
  },
  testSize({ short: 120_000, full: 900_000 }),
);
