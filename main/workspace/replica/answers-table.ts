import type { DatabaseSync } from 'node:sqlite';

const mostAnswers = 2_000;
/** Longer answers are not worth their room; in characters. */
const longestAnswer = 8_000_000;

/** An answer of the registry as it was given, and the count of changes when it was asked for. */
export interface KeptAnswer {
  readonly value: unknown;
  readonly readAt: number;
}

export type AnswersTable = ReturnType<typeof createAnswersTable>;

/** The last answers to what is neither a prompt nor a version, by question. */
export function createAnswersTable(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT INTO answers (key, readAt, answer) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET readAt = excluded.readAt, answer = excluded.answer
     WHERE excluded.readAt >= readAt`,
  );
  const find = database.prepare('SELECT answer, readAt FROM answers WHERE key = ?');
  const dropOldest = database.prepare(
    `DELETE FROM answers WHERE rowid IN (
       SELECT rowid FROM answers ORDER BY readAt DESC, rowid DESC LIMIT -1 OFFSET ${mostAnswers})`,
  );
  const clear = database.prepare('DELETE FROM answers');

  return {
    put(key: string, value: unknown, readAt: number): void {
      const answer = JSON.stringify(value);
      if (answer.length > longestAnswer) return;
      put.run(key, readAt, answer);
      dropOldest.run();
    },
    find(key: string): KeptAnswer | null {
      const row = find.get(key);
      return row ? { value: JSON.parse(String(row.answer)), readAt: Number(row.readAt) } : null;
    },
    clear: () => void clear.run(),
  };
}
