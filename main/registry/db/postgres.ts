import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { RegistryLog } from '../log.ts';
import { createByteOrder } from './byte-order.ts';
import { type Database, StoreUnusable } from './database.ts';
import { migrate } from './migrate.ts';
import { explainOpenError } from './postgres-errors.ts';
import { createFollower } from './postgres-follower.ts';
import { createPool, createQueries, toClientConfig } from './postgres-pool.ts';
import { createPostgresWrites } from './postgres-writer.ts';

export interface PostgresStore {
  readonly kind: 'postgres';
  /** `postgres://user:password@host:port/database`. It is never logged. */
  readonly url: string;
}

const readers = 8;
/** How long a statement may take, in milliseconds. */
const patience = 10_000;
const closingTime = 2_000;
const oldestServer = 15;

/**
 * Opens a PostgreSQL database that any number of registry processes share, and brings it up to date.
 *
 * @throws StoreUnusable where it cannot be reached or used, or a newer program has written it
 */
export async function openPostgres({ url }: PostgresStore, log: RegistryLog): Promise<Database> {
  await prepare(url);
  const settings = 'set default_transaction_read_only = on';
  const pool = createPool({ url, purpose: 'reads', size: readers, patience, settings });
  const writes = createPostgresWrites({ url, purpose: 'writes', patience });
  const follower = createFollower(url, log);
  return {
    read: createQueries(pool),
    write: writes.write,
    others: follower,
    close: async () => {
      await writes.finish();
      const ends = Promise.all([follower.close(), writes.end(), pool.end()]);
      // A network that is gone is not waited for.
      await Promise.race([ends, delay(closingTime, undefined, { ref: false })]);
    },
  };
}

/** Checks the server and migrates, however long that takes. */
async function prepare(url: string): Promise<void> {
  const options = { url, purpose: 'migrates', patience: 0 } as const;
  const client = new pg.Client(toClientConfig(options));
  client.on('error', () => {});
  const migrations = createPostgresWrites(options, [createByteOrder()]);
  try {
    await client.connect();
    await checkServer(client);
    await migrate(migrations.write);
  } catch (error) {
    throw explainOpenError(error, `“${client.database}” at ${client.host}:${client.port}`);
  } finally {
    client.end().catch(() => {});
    migrations.end().catch(() => {});
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  const { version = 0, encoding = '' } = rows[0] ?? {};
  if (version < oldestServer * 10_000) {
    const found = Math.floor(version / 10_000);
    throw new StoreUnusable(`A registry needs PostgreSQL ${oldestServer} or newer; this is ${found}.`);
  }
  if (encoding !== 'UTF8') {
    throw new StoreUnusable(`The database keeps texts as ${encoding}. Make one with the encoding UTF8.`);
  }
}
