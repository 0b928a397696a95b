import type { DatabaseSync } from 'node:sqlite';
import type { PromptSummary } from '#core/contract/shapes.ts';
import { detailsOf, headingOf } from '#core/domain/search/match-prompt.ts';

/** A prompt as it was last read, and whether it has changed since. */
export interface KeptPrompt {
  readonly summary: PromptSummary;
  readonly isStale: boolean;
}

export type PromptsTable = ReturnType<typeof createPromptsTable>;

/** The prompts of a replica. */
export function createPromptsTable(database: DatabaseSync) {
  const touch = database.prepare(
    `INSERT INTO prompts (name, changedAt) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET changedAt = excluded.changedAt`,
  );
  // An answer that was overtaken by a newer one is dropped.
  const put = database.prepare(
    `INSERT INTO prompts (name, readAt, latest, stable, archived, updatedAt, summary, heading, details)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET readAt = excluded.readAt, latest = excluded.latest, stable = excluded.stable,
       archived = excluded.archived, updatedAt = excluded.updatedAt, summary = excluded.summary,
       heading = excluded.heading, details = excluded.details
     WHERE excluded.readAt >= readAt AND excluded.latest >= coalesce(latest, 0)`,
  );
  const find = database.prepare(
    'SELECT summary, changedAt > readAt AS isStale FROM prompts WHERE name = ? AND summary IS NOT NULL',
  );
  const stale = database.prepare('SELECT name FROM prompts WHERE changedAt > readAt ORDER BY name');
  const changedAt = database.prepare('SELECT changedAt FROM prompts WHERE name = ?');
  const forget = database.prepare('DELETE FROM prompts WHERE name = ? AND changedAt <= ?');
  const touchAll = database.prepare('UPDATE prompts SET changedAt = ?');

  return {
    /** Notes that a prompt changed. */
    touch: (name: string, at: number) => void touch.run(name, at),
    touchAll: (at: number) => void touchAll.run(at),
    /** @param readAt the count of changes when the registry was asked */
    put(summary: PromptSummary, readAt: number): void {
      const { match: _, ...kept } = summary;
      put.run(
        kept.name,
        readAt,
        kept.latest,
        kept.stable,
        kept.archived ? 1 : 0,
        kept.updatedAt,
        JSON.stringify(kept),
        headingOf(kept),
        detailsOf(kept),
      );
    },
    find(name: string): KeptPrompt | null {
      const row = find.get(name);
      if (!row) return null;
      return { summary: JSON.parse(String(row.summary)), isStale: row.isStale === 1 };
    },
    listStale: (): string[] => stale.all().map(({ name }) => String(name)),
    changedAt: (name: string): number => Number(changedAt.get(name)?.changedAt ?? 0),
    /** Removes a prompt that the registry does not have, unless it changed since it was asked. */
    forget: (name: string, readAt: number) => void forget.run(name, readAt),
  };
}
