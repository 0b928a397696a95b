import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MatchPattern } from '#core/domain/test-checks.ts';

/** For one expression and one text, in milliseconds. */
const longestMatch = 1_000;
/** For all that one evaluation looks for, in milliseconds. */
const longestEvaluation = 5_000;

/** Kept as text, so that a bundled registry needs no second file. */
const source = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ pattern, text }) => {
  let found = null;
  try {
    found = new RegExp(pattern, 'u').test(text);
  } catch {}
  parentPort.postMessage(found);
});
`;

export interface PatternWorker {
  readonly match: MatchPattern;
  close(): Promise<void>;
}

/**
 * Looks for regular expressions in a thread of its own, which is ended where one takes too long: nobody else waits
 * for it, however the expression was made. One call at a time.
 */
export function createPatternWorker(): PatternWorker {
  let worker: Worker | null = null;
  let left = longestEvaluation;

  const close = async () => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const start = async () => {
    const started = new Worker(source, { eval: true, execArgv: [], env: {} });
    await once(started, 'online');
    return started;
  };

  return {
    close,
    match: async (pattern, text) => {
      if (left <= 0) return 'too-slow';
      worker ??= await start();
      const begun = performance.now();
      const found = await ask(worker, { pattern, text }, Math.min(longestMatch, left));
      left -= performance.now() - begun;
      if (found === null) await close();
      return found === null ? 'too-slow' : found ? 'found' : 'not-found';
    },
  };
}

/** `null` where there was no answer in time, or the expression needs more than there is. */
async function ask(worker: Worker, question: object, patience: number): Promise<boolean | null> {
  const signal = AbortSignal.timeout(Math.ceil(patience));
  const answer = once(worker, 'message', { signal });
  worker.postMessage(question);
  try {
    return (await answer)[0] as boolean | null;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
