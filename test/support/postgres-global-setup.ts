import { startPostgresServer } from './postgres-server.ts';

/** Starts one PostgreSQL server for all tests of a run; each test file makes a database of its own there. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  process.env.PROMPTFORGE_TEST_POSTGRES = server.url;
  return () => server.remove();
}
