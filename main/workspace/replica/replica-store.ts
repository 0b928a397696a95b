import type { DatabaseSync } from 'node:sqlite';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { type AnswersTable, createAnswersTable } from './answers-table.ts';
import { listKeptPrompts, type PromptPage, type PromptQuery } from './list-kept-prompts.ts';
import { createPromptsTable, type PromptsTable } from './prompts-table.ts';
import {
  deleteReplicaFile,
  isDamage,
  isDiskFault,
  openReplicaFile,
  setAsideReplicaFile,
} from './replica-file.ts';
import { createVersionsTable, type VersionsTable } from './versions-table.ts';

/** The last event that a replica knows of. */
export interface Position {
  readonly seq: number;
  readonly hash: string;
}

/** A moment in the life of a replica. */
export interface Moment {
  readonly generation: number;
  /** How many changes there were until then. */
  readonly changes: number;
}

/** What is in a replica's file. */
export interface ReplicaTables {
  readonly prompts: PromptsTable;
  readonly versions: VersionsTable;
  readonly answers: AnswersTable;
  listPrompts(query: PromptQuery): PromptPage;
  /** `null` in a new replica. */
  position(): Position | null;
  setPosition(position: Position): void;
  /** True once all prompts were read. */
  isComplete(): boolean;
  setComplete(): void;
  /** How many changes there were so far. */
  changes(): number;
  /** The count at the last change that concerns everything, for example of the policy. */
  lastWideChange(): number;
  /** Notes that a prompt changed; all of them where none is named. */
  touch(prompt: string | undefined): void;
}

/** A replica's file, opened when it is first needed. Everything in it can be read again from the registry. */
export interface ReplicaStore {
  /** Reads; `null` where there is nothing, the file cannot be read, or was damaged and is an empty one by now. */
  read<Value>(work: (tables: ReplicaTables) => Value): Value | null;
  /**
   * Writes all of it or nothing, in one transaction.
   *
   * @param since when the registry was asked for what is written: no answer goes into a file that was begun later
   * @returns false where it was not written
   */
  write(work: (tables: ReplicaTables) => void, since?: Moment): boolean;
  /** Whoever asks the registry notes the moment first: it is the age of the answer. */
  now(): Moment;
  /** Removes everything; a new file is begun. */
  clear(): void;
  /** How much room it takes on the disk, in bytes. */
  size(): number;
  /** True from a failed write on until one succeeds: the disk is full. */
  isFull(): boolean;
  /** From now on nothing is read and nothing written. */
  close(): void;
}

export interface ReplicaStoreOptions {
  readonly path: string;
  /** Told in a sentence that the file was damaged and set aside. */
  readonly onSetAside: (sentence: string) => void;
  /** Told once that nothing can be written any more. */
  readonly onFull: () => void;
}

export function createReplicaStore({ path, onSetAside, onFull }: ReplicaStoreOptions): ReplicaStore {
  let opened: { database: DatabaseSync; tables: ReplicaTables } | null = null;
  let isFull = false;
  let isClosed = false;
  let generation = 0;

  function open() {
    if (opened) return opened;
    if (isClosed) throw new ReplicaClosed();
    const database = openReplicaFile(path);
    try {
      opened = { database, tables: createTables(database) };
    } catch (error) {
      database.close();
      throw error;
    }
    return opened;
  }

  function close(): void {
    opened?.database.close();
    opened = null;
  }

  /** Whatever is wrong with the file, the registry can still be asked. */
  function meetFault(error: unknown): void {
    if (error instanceof ReplicaClosed) return;
    if (isDamage(error)) {
      close();
      generation += 1;
      onSetAside(setAsideReplicaFile(path));
    } else if (isDiskFault(error)) {
      if (!isFull) onFull();
      isFull = true;
    } else throw error;
  }

  function read<Value>(work: (tables: ReplicaTables) => Value): Value | null {
    try {
      return work(open().tables);
    } catch (error) {
      meetFault(error);
      return null;
    }
  }

  return {
    read,
    write(work, since) {
      if (since && since.generation !== generation) return false;
      try {
        const { database, tables } = open();
        inTransaction(database, () => work(tables));
        isFull = false;
        return true;
      } catch (error) {
        meetFault(error);
        return false;
      }
    },
    now: () => ({ generation, changes: read((tables) => tables.changes()) ?? 0 }),
    clear() {
      close();
      generation += 1;
      deleteReplicaFile(path);
    },
    size() {
      try {
        const row = open()
          .database.prepare(
            'SELECT (page_count - freelist_count) * page_size AS size FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
          )
          .get();
        return Number(row?.size ?? 0);
      } catch (error) {
        meetFault(error);
        return 0;
      }
    },
    isFull: () => isFull,
    close() {
      close();
      isClosed = true;
    },
  };
}

class ReplicaClosed extends Error {}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function createTables(database: DatabaseSync): ReplicaTables {
  const findFact = database.prepare('SELECT value FROM facts WHERE name = ?');
  const setFact = database.prepare(
    'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const numberOf = (name: string) => Number(findFact.get(name)?.value ?? 0);
  const prompts = createPromptsTable(database);
  return {
    prompts,
    versions: createVersionsTable(database),
    answers: createAnswersTable(database),
    listPrompts: (query) => listKeptPrompts(database, query),
    position() {
      const row = findFact.get('position');
      return row ? (JSON.parse(String(row.value)) as Position) : null;
    },
    setPosition: ({ seq, hash }) => void setFact.run('position', JSON.stringify({ seq, hash })),
    isComplete: () => numberOf('isComplete') === 1,
    setComplete: () => void setFact.run('isComplete', '1'),
    changes: () => numberOf('changes'),
    lastWideChange: () => numberOf('lastWideChange'),
    touch(prompt) {
      const changes = numberOf('changes') + 1;
      setFact.run('changes', String(changes));
      if (prompt !== undefined) prompts.touch(prompt, changes);
      else setFact.run('lastWideChange', String(changes));
    },
  };
}

/** Takes in events that follow right on what is known, together with where they end. */
export function appendEvents(tables: ReplicaTables, events: readonly RegistryEvent[]): void {
  const last = events.at(-1);
  if (!last) return;
  for (const event of events) {
    tables.touch(event.prompt);
    // A member's name is part of every prompt whose latest version is theirs.
    if (event.type === 'member.updated') tables.prompts.touchAll(tables.changes());
  }
  tables.setPosition(last);
}
