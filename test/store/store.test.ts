import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#main/registry/db/database.ts';
import { findFact, setFact } from '#main/registry/db/facts.ts';
import { migrate } from '#main/registry/db/migrate.ts';
import { openStore } from '#main/registry/db/open-store.ts';
import { makeTestStore, type TestStore } from '../support/test-store.ts';

/** What a store has to do, whichever engine it has. */

let test: TestStore;
let database: Database;
const open = () => openStore(test.store, { info: () => {}, error: () => {} });

beforeEach(async () => {
  test = await makeTestStore();
  database = await open();
});
afterEach(async () => {
  await database.close();
  await test.remove();
});

const names = async () =>
  (await database.read.selectFrom('facts').select('name').orderBy('name').execute()).map((row) => row.name);

describe('writing', () => {
  it('undoes a call that fails, and that call alone', async () => {
    const calls = ['a', 'b', 'c', 'd'].map((name) =>
      database.write(async ({ queries }) => {
        await setFact(queries, name, 'x');
        if (name === 'b') throw new Error('not this one');
      }),
    );
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await names()).toEqual(['a', 'c', 'd']);
  });

  it('runs one call after the other, in their order', async () => {
    await Promise.all(
      Array.from({ length: 300 }, () =>
        database.write(async ({ queries }) => {
          const count = Number((await findFact(queries, 'count')) ?? 0);
          await Promise.resolve();
          await setFact(queries, 'count', String(count + 1));
        }),
      ),
    );
    expect(await findFact(database.read, 'count')).toBe('300');
  });

  it('shows nothing to readers before it is committed, and tells after it', async () => {
    const steps: string[] = [];
    await database.write(async ({ queries, afterCommit }) => {
      afterCommit(() => steps.push('committed'));
      await setFact(queries, 'a', 'x');
      steps.push(`a reader sees ${await findFact(database.read, 'a')}`);
    });
    steps.push(`then ${await findFact(database.read, 'a')}`);
    expect(steps).toEqual(['a reader sees null', 'committed', 'then x']);
  });

  it('never tells of a call that failed', async () => {
    let isTold = false;
    const failing = database.write(async ({ afterCommit }) => {
      afterCommit(() => {
        isTold = true;
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(isTold).toBe(false);
  });

  it('does what is left before the commit once for all that share it, and not for a call that failed', async () => {
    const steps: string[] = [];
    const call = (name: string, step: string, fails = false) =>
      database.write(async ({ queries, beforeCommit }) => {
        await setFact(queries, step, 'x');
        beforeCommit(name, async (last) => {
          steps.push(`${step}, while a reader sees ${JSON.stringify(await names())}`);
          await setFact(last, `${step} left`, 'x');
        });
        if (fails) throw new Error('no');
      });
    const outcomes = await Promise.allSettled([call('one', 'a'), call('two', 'b', true), call('one', 'c')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(steps).toEqual(['c, while a reader sees []']);
    expect(await names()).toEqual(['a', 'c', 'c left']);
  });

  it('commits none of the calls where what is left fails', async () => {
    const failing = database.write(async ({ queries, beforeCommit }) => {
      await setFact(queries, 'a', 'x');
      beforeCommit('fails', () => Promise.reject(new Error('no')));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await names()).toEqual([]);
    await database.write(({ queries }) => setFact(queries, 'b', 'x'));
    expect(await names()).toEqual(['b']);
  });

  it('goes on after a statement that fails', async () => {
    const breakIt = (queries: Database['read']) => sql`select * from nothing`.execute(queries);
    const failing = database.write(async ({ queries }) => {
      await setFact(queries, 'a', 'x');
      await breakIt(queries);
    });
    const other = database.write(({ queries }) => setFact(queries, 'b', 'x'));
    await expect(failing).rejects.toThrow();
    await other;
    expect(await names()).toEqual(['b']);
  });

  it('orders texts by their bytes', async () => {
    const texts = ['a-b', 'a/b', 'a0', 'ab', 'B', 'ä', 'z', '\u{1f600}', '\u{ff5e}', 'a', 'A b', '_'];
    await database.write(async ({ queries }) => {
      for (const text of texts) await setFact(queries, text, 'x');
    });
    const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(await names()).toEqual([...texts].sort(byBytes));
    const { rows } = await sql<{
      name: string;
    }>`select "name" from "facts" where "name" > ${'a/b'} order by "name"`.execute(database.read);
    expect(rows.map((row) => row.name)).toEqual(
      [...texts].sort(byBytes).filter((text) => byBytes(text, 'a/b') > 0),
    );
  });

  it('finds everything again after it was closed', async () => {
    const text = 'Grüße\r\n\t\u{1f600} \\ \' " {{x}}';
    await database.write(({ queries }) => setFact(queries, 'a', text));
    await database.close();
    database = await open();
    expect(await findFact(database.read, 'a')).toBe(text);
  });
});

describe('migrating', () => {
  const addTable = (name: string) => (schema: Database['read']) =>
    schema.schema.createTable(name).addColumn('a', 'integer').execute();
  const tables = async () => {
    const found = await database.read.introspection.getTables();
    return found.map((table) => table.name).filter((name) => name.startsWith('step'));
  };

  /** Stands for every step that this store has behind it. */
  const stepsBefore = async () => {
    const { rows } = await sql<{ version: number }>`select version from "schemaVersion"`.execute(
      database.read,
    );
    return Array.from({ length: rows[0]?.version ?? 0 }, () => async () => {
      throw new Error('This step ran before.');
    });
  };

  it('runs each missing step once', async () => {
    const before = await stepsBefore();
    const steps = [...before, (schema: unknown) => addTable('step2')(schema as Database['read'])];
    await migrate(database.write, steps);
    await migrate(database.write, steps);
    expect(await tables()).toEqual(['step2']);
  });

  it('undoes a step that fails, and takes it up again', async () => {
    const before = await stepsBefore();
    let isBroken = true;
    const second = async (schema: unknown) => {
      await addTable('step2')(schema as Database['read']);
      if (isBroken) throw new Error('broken off');
    };
    await expect(migrate(database.write, [...before, second])).rejects.toThrow('broken off');
    expect(await tables()).toEqual([]);
    isBroken = false;
    await migrate(database.write, [...before, second]);
    expect(await tables()).toEqual(['step2']);
  });
});
