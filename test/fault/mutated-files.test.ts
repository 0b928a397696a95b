import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPreviewValueStore } from '#main/workspace/preview-value-store.ts';
import { openBridge } from '../support/bridge-client.ts';
import { openWorkspace, place } from '../support/open-workspace.ts';
import { startWebApp } from '../support/start-web-app.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { testSize } from '../support/test-size.ts';

const prompts = ['first', 'second', 'legal/third'];
const numRuns = testSize({ short: 60, full: 2_000 });
const starts = testSize({ short: 2, full: 25 });
/** Nobody answers there. */
const address = 'http://127.0.0.1:1';

let folder: ReturnType<typeof makeTemporaryFolder>;
let template: string;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  template = join(folder.path, 'template');
  const workspace = open(template);
  for (const prompt of prompts) {
    const text = { connection: place.connection, prompt, variables: [], baseVersion: 1 };
    await workspace.outbox.save({
      ...text,
      content: `Saved ${prompt}.`,
      note: '',
      baseContentHash: null,
      onTopOf: null,
    });
    const standing = { baseContentHash: null, onTopOf: null, view: { anchor: 1, caret: 2, top: 0 } };
    await workspace.drafts.put({ ...text, ...standing, content: `Draft “${prompt}”\n`.repeat(5) });
    await workspace.drafts.put({ ...text, ...standing, content: `Draft ${prompt}.` });
    const kept = { chosen: null, own: { name: 'Anna' }, changed: {} };
    await createPreviewValueStore(template, () => undefined).put(text, kept);
  }
  workspace.outbox.close();
});
afterEach(() => folder.remove());

function open(dataFolder: string) {
  const workspace = openWorkspace({ dataFolder, address, key: 'pf_key' });
  workspace.status = 'offline';
  return workspace;
}

const listFiles = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

/** What may happen to a file: bytes changed, cut off, put in, or nothing left but zeros. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('zeros' as const) }),
  fc.record({
    kind: fc.constant('bytes' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    isInserted: fc.boolean(),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(file: string, change: Mutation): void {
  writeFileSync(file, mutateBytes(readFileSync(file), change));
}

function mutateBytes(bytes: Buffer, change: Mutation): Buffer {
  if (change.kind === 'zeros') return Buffer.alloc(bytes.length);
  const at = Math.floor(change.at * bytes.length);
  if (change.kind === 'cut') return bytes.subarray(0, at);
  const rest = bytes.subarray(at + (change.isInserted ? 0 : change.bytes.length));
  return Buffer.concat([bytes.subarray(0, at), change.bytes, rest]);
}

/** Everything that the app reads of its files. */
async function readAll(dataFolder: string) {
  const workspace = open(dataFolder);
  const drafts = await workspace.drafts.list(place.connection);
  const saves = await workspace.outbox.list(place.connection);
  const values = createPreviewValueStore(dataFolder, (sentence) => void setAside.push(sentence));
  const setAside: string[] = [];
  const perPrompt = await Promise.all(
    prompts.map(async (prompt) => {
      const of = { connection: place.connection, prompt };
      const earlier = await workspace.earlier.list(of);
      const texts = await Promise.all(earlier.map(({ id }) => workspace.earlier.get(of, id)));
      return {
        draft: drafts.find((draft) => draft.prompt === prompt)?.content,
        save: saves.find((save) => save.prompt === prompt)?.content,
        earlier: texts.map((text) => text?.content),
        values: (await values.get(of)).own,
      };
    }),
  );
  workspace.outbox.close();
  return { perPrompt, setAside: [...workspace.setAside, ...setAside] };
}

it(
  'sets a damaged file aside and names it, and loses nothing of the others',
  async () => {
    const files = listFiles(template);
    const whole = await readAll(template);
    expect(whole.setAside).toEqual([]);
    expect(whole.perPrompt.every(({ draft, save, earlier }) => draft && save && earlier.length > 0)).toBe(
      true,
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), mutation, async (file, change) => {
        run += 1;
        const copy = join(folder.path, `run-${run}`);
        cpSync(template, copy, { recursive: true });
        mutate(join(copy, file), change);
        const mutated = readFileSync(join(copy, file));
        const found = await readAll(copy);
        const hit = prompts.findIndex((prompt) => file.endsWith(`prompt-${prompt.replace('/', '~')}.json`));
        for (const [index, kept] of found.perPrompt.entries()) {
          if (index !== hit) expect(kept).toEqual(whole.perPrompt[index]);
        }
        if (found.setAside.length > 0) {
          const name = file.split('/').at(-1) ?? '';
          expect(found.setAside).toEqual([expect.stringContaining(name)]);
          const aside = listFiles(copy).find((other) => other.startsWith(`${file}.damaged-`));
          expect(readFileSync(join(copy, aside ?? ''))).toEqual(mutated);
        }
      }),
      { numRuns },
    );
  },
  testSize({ short: 60_000, full: 600_000 }),
);

it(
  'starts over damaged settings and drafts, and says what it has set aside',
  async () => {
    const sample = fc.sample(mutation, { numRuns: starts, seed: 5 });
    for (const [index, change] of sample.entries()) {
      const data = join(folder.path, `start-${index}`);
      cpSync(join(template, 'drafts', place.connection), join(data, 'drafts', 'sandbox'), {
        recursive: true,
      });
      const prompts = listFiles(join(data, 'drafts', 'sandbox'));
      for (const file of prompts) {
        const path = join(data, 'drafts', 'sandbox', file);
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"team"', '"sandbox"'));
      }
      writeFileSync(join(data, 'config.json'), JSON.stringify({ theme: 'dark', editorFontSize: 18 }));
      mutate(join(data, 'config.json'), change);
      writeFileSync(join(data, 'drafts', 'sandbox', prompts[0] ?? ''), '{"content": "Dra');
      const app = await startWebApp(data);
      const bridge = await openBridge(app);
      const drafts = await bridge.drafts.list({ connection: 'sandbox' });
      expect(drafts.ok && drafts.value.length).toBe(2);
      const info = await bridge.app.getInfo();
      expect(info.ok && info.value.setAside).toContainEqual(expect.stringContaining(prompts[0] ?? ''));
      const settings = await bridge.settings.get();
      expect(settings.ok && ['dark', 'system', 'light']).toContain(settings.ok && settings.value.theme);
      await app.kill();
    }
  },
  testSize({ short: 60_000, full: 300_000 }),
);
