import { resolve } from 'node:path';
import { defaultDataFolder } from '../registry/cli-options.ts';
import { backUpSqlite } from '../registry/db/back-up-sqlite.ts';
import { StoreUnusable } from '../registry/db/database.ts';
import { type Command, CommandFailed, UsageFault } from './command.ts';
import { readArguments } from './read-arguments.ts';

export const backUp: Command = {
  usage: 'FILE [--data DIR]',
  summary: 'copies a registry’s store to a file, on its own machine, also while it runs',
  details: `  FILE             the copy; there must be no such file yet
  --data DIR       the registry's folder; ${defaultDataFolder()} by default
  --json           the answer as JSON

To restore, put the copy into an empty folder as registry.sqlite and start a registry there. A registry on
PostgreSQL is backed up with pg_dump.`,
  run: async (args, surroundings) => {
    const { values, operand } = readArguments(
      args,
      { data: { type: 'string' }, database: { type: 'string' }, json: { type: 'boolean', default: false } },
      ['FILE'],
    );
    if (values.database !== undefined) {
      throw new UsageFault(
        'PostgreSQL has its own: pg_dump --format=custom --file=FILE DATABASE, and pg_restore to go back.',
      );
    }
    const file = resolve(operand(0));
    const bytes = await copyStore(resolve(values.data ?? defaultDataFolder()), file);
    surroundings.print(
      values.json ? JSON.stringify({ file, bytes }) : `${file} is a whole copy (${formatSize(bytes)}).`,
    );
    return 0;
  },
};

async function copyStore(folder: string, file: string): Promise<number> {
  try {
    return await backUpSqlite(folder, file);
  } catch (error) {
    if (error instanceof StoreUnusable) throw new CommandFailed(error.message);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailed(`The copy could not be made: ${reason}. Nothing was written.`);
  }
}

function formatSize(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 1 ? `${Math.ceil(bytes / 1024)} KiB` : `${megabytes.toFixed(1)} MiB`;
}
