import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { RegistryLog } from '../log.ts';
import type { OtherProcesses, Queries } from './database.ts';
import { describeConnectionError } from './postgres-errors.ts';
import { createPoolOfOne, createQueries, toClientConfig } from './postgres-pool.ts';

/** The channel on which every commit of a registry is told. */
export const commitChannel = 'promptforgeCommits';

/** Commits are looked for this often even where nothing was heard, in milliseconds. */
const lookEvery = 1_000;
/** Without a look for this long, what is in memory may be untrue. */
const trustedFor = 5_000;
const patience = 3_000;
const [firstPause, longestPause] = [50, 2_000];

export interface Follower extends OtherProcesses {
  close(): Promise<void>;
}

/**
 * Hears of the commits of all processes on a connection of its own, and reads them there. A lost connection is
 * made again, and what was missed meanwhile is read first.
 */
export function createFollower(url: string, log: RegistryLog): Follower {
  let isClosing = false;
  let caughtUpAt = Number.NEGATIVE_INFINITY;
  let wake = () => {};
  let running: Promise<unknown> = Promise.resolve();

  /** Follows on one connection until it ends; rejects with what ended it. */
  async function followOnce(catchUp: (queries: Queries) => Promise<void>, onCaughtUp: () => void) {
    const client = new pg.Client(toClientConfig({ url, purpose: 'listens', patience }));
    const queries = createQueries(createPoolOfOne(client));
    let hasNews = true;
    let hasEnded = false;
    const hear = () => {
      hasNews = true;
      wake();
    };
    client.on('error', () => {});
    client.on('notification', hear);
    client.on('end', () => {
      hasEnded = true;
      wake();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(commitChannel)}`);
      while (!isClosing) {
        hasNews = false;
        const startedAt = performance.now();
        await catchUp(queries);
        caughtUpAt = startedAt;
        onCaughtUp();
        if (!hasNews && !isClosing && !hasEnded) await waitForNews();
        if (hasEnded) throw new Error('The connection has ended.');
      }
    } finally {
      client.end().catch(() => {});
    }
  }

  function waitForNews(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEvery);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function followAlways(catchUp: (queries: Queries) => Promise<void>, onStarted: () => void) {
    let pause = firstPause;
    let isLost = false;
    while (!isClosing) {
      try {
        await followOnce(catchUp, () => {
          if (isLost) log.info('The database is back; what happened meanwhile was read.');
          isLost = false;
          pause = firstPause;
          onStarted();
        });
      } catch (error) {
        if (caughtUpAt === Number.NEGATIVE_INFINITY) throw error;
        if (!isLost) log.error('The database was lost; trying to reach it.', describeConnectionError(error));
        isLost = true;
        await delay(pause);
        pause = Math.min(2 * pause, longestPause);
      }
    }
  }

  return {
    follow: (catchUp) =>
      new Promise((resolve, reject) => {
        running = followAlways(catchUp, resolve).catch(reject);
      }),
    isHeard: () => performance.now() - caughtUpAt < trustedFor,
    close: async () => {
      isClosing = true;
      wake();
      await running;
    },
  };
}
