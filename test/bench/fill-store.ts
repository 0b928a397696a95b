import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storeFileName } from '#main/registry/db/sqlite.ts';
import { createQueries } from '#main/registry/db/sqlite-adapter.ts';
import { indexPrompt } from '#main/registry/prompts/search-index.ts';
import { startBenchRegistry } from './processes.ts';

/** The name of one of the prompts of a filled store. */
export function filledName(prompt: number): string {
  return `library/prompt-${prompt}`;
}

const at = '2026-01-01T00:00:00.000Z';
const words = 'Answer {{customer}} in {{language}}: say what happens next and by when, and quote the order. ';

/** Fills an empty store with prompts and their versions, straight into its tables. The newest is stable. */
export async function fillStore(folder: string, prompts: number, versions: number): Promise<void> {
  await (await startBenchRegistry(folder)).end();
  await addPrompts(folder, prompts, versions);
}

/** Adds prompts to a store that no process has open, and notes what they are found by. */
export async function addPrompts(folder: string, prompts: number, versions: number): Promise<void> {
  const store = new DatabaseSync(join(folder, storeFileName));
  const queries = createQueries(store);
  const author = String(store.prepare('SELECT id FROM members').get()?.id);
  const taken = Number(store.prepare('SELECT max(id) AS id FROM prompts').get()?.id ?? 0);
  const insertPrompt = store.prepare(
    `INSERT INTO prompts (id, name, title, description, tags, archived, latest, stable, "createdAt", "updatedAt", "searchText")
     VALUES (?, ?, ?, '', '[]', 0, ?, ?, ?, ?, '')`,
  );
  const insertVersion = store.prepare(
    `INSERT INTO versions ("promptId", version, content, "contentHash", variables, note, "authorId", "createdAt", parent)
     VALUES (?, ?, ?, ?, '[]', '', ?, ?, ?)`,
  );
  store.exec('BEGIN');
  for (let prompt = 1; prompt <= prompts; prompt += 1) {
    const name = filledName(prompt);
    const id = taken + prompt;
    insertPrompt.run(id, name, name, versions, versions, at, at);
    for (let version = 1; version <= versions; version += 1) {
      const content = `${name}, version ${version}. ${words.repeat(3)}`;
      const contentHash = `sha256:${hash('sha256', content, 'hex')}`;
      insertVersion.run(id, version, content, contentHash, author, at, version === 1 ? null : version - 1);
    }
    await indexPrompt(queries, id);
    if (prompt % 1_000 === 0) store.exec('COMMIT; BEGIN');
  }
  store.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  store.close();
}
