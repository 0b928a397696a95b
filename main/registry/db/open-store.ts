import type { RegistryLog } from '../log.ts';
import type { Database } from './database.ts';
import type { PostgresStore } from './postgres.ts';
import { openSqlite, type SqliteStore } from './sqlite.ts';

/** Where a registry keeps everything. */
export type Store = SqliteStore | PostgresStore;

/**
 * Opens a store and brings it up to date.
 *
 * @throws StoreUnusable
 */
export async function openStore(store: Store, log: RegistryLog): Promise<Database> {
  if (store.kind === 'sqlite') return openSqlite(store);
  // Who keeps to SQLite, as the sandbox does, never loads the other.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(store, log);
}
