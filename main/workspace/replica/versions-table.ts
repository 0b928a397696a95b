import type { DatabaseSync } from 'node:sqlite';
import type { Version, VersionSummary } from '#core/contract/shapes.ts';
import { foldText } from '#core/domain/search/fold-text.ts';

/** A version whose text is to be fetched. */
export interface WantedText {
  readonly prompt: string;
  readonly version: number;
}

export type VersionsTable = ReturnType<typeof createVersionsTable>;

/** The versions of a replica. They never change, so what is here stays; some are known without their text. */
export function createVersionsTable(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT INTO versions (prompt, version, summary, content, folded) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (prompt, version) DO UPDATE SET summary = excluded.summary,
       content = coalesce(content, excluded.content), folded = coalesce(folded, excluded.folded)`,
  );
  const find = database.prepare(
    'SELECT summary, content FROM versions WHERE prompt = ? AND version = ? AND content IS NOT NULL',
  );
  const newest = database.prepare('SELECT max(version) AS newest FROM versions WHERE prompt = ?');
  // Only the newest text is searched, as the registry does it.
  const forgetFolded = database.prepare(
    'UPDATE versions SET folded = NULL WHERE prompt = ? AND version < ? AND folded IS NOT NULL',
  );
  const list = database.prepare(
    'SELECT summary FROM versions WHERE prompt = ? AND version < ? ORDER BY version DESC LIMIT ?',
  );
  const missing = database.prepare(
    `SELECT prompts.name AS prompt, wanted.version FROM prompts
     JOIN (SELECT name, latest AS version FROM prompts UNION SELECT name, stable FROM prompts) AS wanted
       ON wanted.name = prompts.name
     LEFT JOIN versions ON versions.prompt = prompts.name AND versions.version = wanted.version
     WHERE prompts.archived = 0 AND wanted.version IS NOT NULL AND versions.content IS NULL
     ORDER BY prompts.updatedAt DESC, wanted.version DESC`,
  );
  const counts = database.prepare(
    `SELECT count(*) AS prompts, count(latest.content) AS withText FROM prompts
     LEFT JOIN versions AS latest ON latest.prompt = prompts.name AND latest.version = prompts.latest
     WHERE prompts.archived = 0`,
  );

  return {
    put(version: VersionSummary | Version): void {
      const { content = null, ...summary } = { content: undefined, ...version };
      const { prompt, version: number } = summary;
      const isNewest = number >= Number(newest.get(prompt)?.newest ?? 0);
      const folded = content !== null && isNewest ? foldText(content) : null;
      put.run(prompt, number, JSON.stringify(summary), content, folded);
      if (isNewest) forgetFolded.run(prompt, number);
    },
    find(prompt: string, version: number): Version | null {
      const row = find.get(prompt, version);
      return row ? { ...JSON.parse(String(row.summary)), content: String(row.content) } : null;
    },
    /** Those below a number, newest first; there may be gaps. */
    list: (prompt: string, below: number, limit: number): VersionSummary[] =>
      list.all(prompt, below, limit).map(({ summary }) => JSON.parse(String(summary))),
    /** `latest` and `stable` of every prompt whose text is not here, what changed last first. */
    listMissing: (): WantedText[] =>
      missing.all().map(({ prompt, version }) => ({ prompt: String(prompt), version: Number(version) })),
    /** How many prompts there are, and of how many the latest text is here. */
    count: () => {
      const row = counts.get();
      return { prompts: Number(row?.prompts ?? 0), withText: Number(row?.withText ?? 0) };
    },
  };
}
