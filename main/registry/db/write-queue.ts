import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AfterCommit, BeforeCommit, Database, Queries, Transaction } from './database.ts';

const largestBatch = 128;

/** The connection that writes, while it is used for a batch. */
export interface Writer {
  readonly queries: Queries;
  /** Runs statements that have neither parameters nor answers. */
  execute(statements: string): Promise<void>;
  /** Opens the transaction. From then on nobody else writes. */
  begin(): Promise<void>;
  /** Settles when the transaction is durable. */
  commit(): Promise<void>;
  /** Undoes the transaction, as far as there still is one. Never rejects. */
  rollback(): Promise<void>;
}

/** Lends the connection that writes. */
export type WithWriter = (work: (writer: Writer) => Promise<void>) => Promise<void>;

interface Call {
  readonly work: (transaction: Transaction) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What came of a call: what it asked for before the commit, and what it will hear once its batch is durable. */
interface Outcome {
  readonly beforeCommit: ReadonlyMap<string, BeforeCommit>;
  readonly tell: () => Promise<void>;
}

const nothing: Outcome['beforeCommit'] = new Map();

export interface WriteQueue {
  readonly write: Database['write'];
  /** Settles when everything that was asked for is done. */
  finish(): Promise<void>;
}

/**
 * Runs service calls one after the other on the one connection that writes. Calls that wait at the same time
 * share a COMMIT (and so one flush of the disk), each in a savepoint of its own: one that fails undoes itself
 * alone.
 */
export function createWriteQueue(withWriter: WithWriter): WriteQueue {
  const waiting: Call[] = [];
  let running: Promise<void> | null = null;

  async function run() {
    while (waiting.length > 0) {
      // Lets the requests that have already arrived join this batch.
      await nextTurn();
      await commitTogether(withWriter, waiting.splice(0, largestBatch));
    }
    running = null;
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({
          work,
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        running ??= run();
      }),
    finish: async () => {
      while (running) await running;
    },
  };
}

async function commitTogether(withWriter: WithWriter, calls: readonly Call[]): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    await withWriter(async (writer) => {
      try {
        await writer.begin();
        for (const call of calls) outcomes.push(await runInSavepoint(writer, call));
        const actions = new Map(outcomes.flatMap(({ beforeCommit }) => [...beforeCommit]));
        for (const action of actions.values()) await action(writer.queries);
        await writer.commit();
      } catch (error) {
        await writer.rollback();
        throw error;
      }
    });
  } catch (error) {
    for (const call of calls) call.reject(error);
    return;
  }
  for (const { tell } of outcomes) await tell();
}

/** @throws where the store gave up the whole transaction, for example on a full disk */
async function runInSavepoint(writer: Writer, call: Call): Promise<Outcome> {
  const actions: AfterCommit[] = [];
  const beforeCommit = new Map<string, BeforeCommit>();
  await writer.execute('SAVEPOINT "serviceCall"');
  try {
    const value = await call.work({
      queries: writer.queries,
      beforeCommit: (name, action) => void beforeCommit.set(name, action),
      afterCommit: (action) => void actions.push(action),
    });
    await writer.execute('RELEASE SAVEPOINT "serviceCall"');
    const tell = async () => {
      for (const action of actions) await action();
      call.resolve(value);
    };
    return { beforeCommit, tell };
  } catch (error) {
    await writer
      .execute('ROLLBACK TO SAVEPOINT "serviceCall"; RELEASE SAVEPOINT "serviceCall"')
      .catch(() => Promise.reject(error));
    return { beforeCommit: nothing, tell: async () => call.reject(error) };
  }
}
