import {
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';
import { explainQueryError, isConnectionLost } from './postgres-errors.ts';
import type { Tables } from './tables.ts';

/** Whole numbers of 64 bits and decimals arrive as numbers: none that is stored here is larger than 2⁵³. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export interface ConnectionOptions {
  readonly url: string;
  /** What it is for, as the server's list of connections shows it. */
  readonly purpose: 'reads' | 'writes' | 'migrates' | 'listens';
  /** How long a statement may take, waiting for others included, in milliseconds; 0 is without end. */
  readonly patience: number;
}

interface PoolOptions extends ConnectionOptions {
  readonly size: number;
  /** Runs on each new connection. */
  readonly settings: string;
}

/** How long the network may hold an answer back beyond a statement's own time. */
const networkPatience = 5_000;

/** What every connection of the registry has in common. */
export function toClientConfig({ url, purpose, patience }: ConnectionOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: `promptforge ${purpose}`,
    types,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: networkPatience,
    ...(patience === 0
      ? {}
      : {
          statement_timeout: patience,
          query_timeout: patience + networkPatience,
          idle_in_transaction_session_timeout: patience,
        }),
  };
}

/** A bounded number of connections, for Kysely. A lost one is replaced when it is needed. */
export function createPool({ size, settings, ...options }: PoolOptions): PostgresPool {
  const pool = new pg.Pool({
    ...toClientConfig(options),
    max: size,
    idleTimeoutMillis: 0,
    onConnect: async (client) => void (await client.query(settings)),
  });
  // A connection may end at any time; whoever uses it then hears of it from the query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    options: {},
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => Promise.reject(explainQueryError(error)));
      let isLost = false;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        if (isLost) throw explainQueryError(new Error('The connection is lost.'));
        try {
          return await client.query(sql, [...parameters]);
        } catch (error) {
          isLost ||= isConnectionLost(error);
          throw explainQueryError(error);
        }
      };
      return lend(query, (destroy) => client.release(destroy || isLost));
    },
  };
}

/** A pool that is one connection, used by one at a time. */
export function createPoolOfOne(client: pg.Client): PostgresPool {
  const query = (sql: string, parameters: readonly unknown[]) => client.query(sql, [...parameters]);
  return { options: {}, connect: async () => lend(query, () => {}), end: () => client.end() };
}

function lend(query: unknown, release: (destroy?: boolean) => void): PostgresPoolClient {
  return { query: query as PostgresPoolClient['query'], release };
}

/** Lets Kysely speak through a pool. */
export function createQueries(pool: PostgresPool, plugins: KyselyPlugin[] = []): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins });
}
