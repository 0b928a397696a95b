import { type Kysely, SqliteAdapter } from 'kysely';

/** True where these queries go to SQLite, false where they go to PostgreSQL. */
export function isSqlite<Tables>(queries: Kysely<Tables>): boolean {
  return queries.getExecutor().adapter instanceof SqliteAdapter;
}
