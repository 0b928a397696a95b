import type { Kysely } from 'kysely';
import { Problem } from '#core/contract/problem.ts';
import type { Tables } from './tables.ts';

/** What repositories speak SQL through: inside a transaction or outside. */
export type Queries = Kysely<Tables>;

/** What is still to be done in a transaction, after the service calls that share it. */
export type BeforeCommit = (queries: Queries) => Promise<void>;

/** What is still to be done once a transaction is durable. It must not throw. */
export type AfterCommit = (() => void) | (() => Promise<void>);

/** One service call's changes. */
export interface Transaction {
  readonly queries: Queries;
  /**
   * Runs as the last thing before the commit, once for all calls that share it; never where this call failed. Where
   * several calls ask under the same name, the last one's action is the one that runs. Where it throws, none of the
   * calls is committed.
   */
  beforeCommit(name: string, action: BeforeCommit): void;
  /** Runs once the transaction is durable, before its caller hears of it; never where it failed. */
  afterCommit(action: AfterCommit): void;
}

/** The other processes that write to the same store. */
export interface OtherProcesses {
  /**
   * Calls back now, after each of their commits, and whenever one may have been missed, with a way to read what
   * they wrote. One call at a time; one that fails is made again.
   *
   * @returns settles after the first call
   */
  follow(catchUp: (queries: Queries) => Promise<void>): Promise<void>;
  /** False where commits may have been missed for longer than a few seconds. */
  isHeard(): boolean;
}

export interface Database {
  /** Sees what was committed, and nothing else. */
  readonly read: Queries;
  /**
   * Runs one service call as one transaction, after those that came before it. What it returns, or throws, is
   * handed on when the disk has it.
   */
  write<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value>;
  /** Absent where this process has the store for itself. */
  readonly others?: OtherProcesses;
  /** Finishes the writes under way and closes the store. */
  close(): Promise<void>;
}

/** What a write is answered with where the disk takes no more. */
export function storeFull(): Problem {
  return new Problem(
    'store-full',
    'The disk of this registry is full. Nothing was changed, and what is there can be read. Try again when whoever runs it has made room.',
  );
}

/** The store cannot be opened. The message is a sentence for the person who started the registry. */
export class StoreUnusable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'StoreUnusable';
  }
}
