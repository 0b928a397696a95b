import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonFolders } from '#main/workspace/json-folder.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

it('a damaged file is set aside once, whoever reads it at the same time, and what is written meanwhile stays', async () => {
  const root = makeTemporaryFolder();
  const folder = join(root.path, 'team');
  mkdirSync(folder);
  writeFileSync(join(folder, 'prompt-greeting.json'), '{"text": "Hel');
  const told: string[] = [];
  const texts = createJsonFolders(root.path, z.object({ text: z.string() }), (sentence) =>
    told.push(sentence),
  )('team');

  const reads = [texts.list(), texts.get('greeting'), texts.get('greeting'), texts.list()];
  const writing = texts.put('greeting', { text: 'Hello.' });
  await expect(Promise.all(reads)).resolves.toHaveLength(4);
  await writing;

  expect(await texts.get('greeting')).toEqual({ text: 'Hello.' });
  expect(told.length).toBeLessThanOrEqual(1);
  const aside = readdirSync(folder).filter((name) => name.includes('.damaged-'));
  expect(aside).toHaveLength(told.length);
  root.remove();
});
