import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDrafts, type Drafts } from '#main/workspace/drafts.ts';
import { saveVersion } from '#main/workspace/save-version.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';
import { openNoConnections } from '#test/support/test-ports.ts';

const place = { connection: 'sandbox', prompt: 'a' };
const body = { content: 'What was typed.', variables: [], note: '', baseVersion: 1 };
/** No registry is connected, so that no save can arrive. */
const connections = await openNoConnections();

let folder: ReturnType<typeof makeTemporaryFolder>;
let drafts: Drafts;
beforeEach(() => {
  folder = makeTemporaryFolder();
  drafts = createDrafts(folder.path, () => undefined);
});
afterEach(() => folder.remove());

test('a save that fails leaves its text as a draft', async () => {
  await expect(saveVersion(connections, drafts, place, body)).rejects.toMatchObject({
    code: 'connection-not-found',
  });
  expect(await drafts.list('sandbox')).toMatchObject([{ content: 'What was typed.', baseVersion: 1 }]);
});

test('a save that fails says so where its text could not be kept either', async () => {
  mkdirSync(join(folder.path, 'drafts', 'sandbox', 'prompt-a.json'), { recursive: true });
  await expect(saveVersion(connections, drafts, place, body)).rejects.toMatchObject({
    code: 'draft-not-written',
  });
});
