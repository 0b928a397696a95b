import { type KyselyPlugin, sql } from 'kysely';
import type { Queries } from './database.ts';
import { commitChannel } from './postgres-follower.ts';
import { type ConnectionOptions, createPool, createQueries } from './postgres-pool.ts';
import { createWriteQueue, type WriteQueue, type Writer } from './write-queue.ts';

/** Held by whoever writes, in any process: numbers and the event log stay without gaps. */
const writeLock = '7310582694113547';

/** A commit that was acknowledged is on the disk, whatever the database was set to. */
const settings = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

export interface PostgresWrites extends WriteQueue {
  /** Lets the connection go. */
  end(): Promise<void>;
}

/** Writes on one connection, which is made when it is needed first. */
export function createPostgresWrites(
  options: ConnectionOptions,
  plugins: KyselyPlugin[] = [],
): PostgresWrites {
  const pool = createPool({ ...options, size: 1, settings });
  const queries = createQueries(pool, plugins);
  const queue = createWriteQueue((work) =>
    queries.connection().execute((connection) => work(createWriter(connection))),
  );
  return { ...queue, end: () => pool.end() };
}

function createWriter(queries: Queries): Writer {
  const execute = async (statements: string) => {
    await sql.raw(statements).execute(queries);
  };
  return {
    queries,
    execute,
    begin: () => execute(`BEGIN; SELECT pg_advisory_xact_lock(${writeLock})`),
    commit: () => execute(`NOTIFY "${commitChannel}"; COMMIT`),
    // Where this fails the connection is lost, and the transaction with it.
    rollback: () => execute('ROLLBACK').catch(() => {}),
  };
}
