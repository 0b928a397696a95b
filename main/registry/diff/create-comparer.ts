import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ContentDiff, type ContentQuestion, compareContents } from './compare-contents.ts';

/** Texts of so many characters together are compared before anybody would notice. */
const quickLength = 40_000;
/** Beside the sources, or beside the bundled registry. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const threadFile = new URL(`./diff-thread.${extension}`, import.meta.url);

/** Compares long texts in a thread of their own, one pair at a time: nobody else waits for them. */
export function createComparer(): (question: ContentQuestion) => Promise<ContentDiff> {
  let last: Promise<unknown> = Promise.resolve();
  return async (question) => {
    if (question.from.content.length + question.to.content.length <= quickLength) {
      return compareContents(question);
    }
    const answer = last.then(() => compareInThread(question));
    last = answer;
    // Where no thread can be had, an answer that keeps others waiting is better than none.
    return (await answer) ?? compareContents(question);
  };
}

async function compareInThread(question: ContentQuestion): Promise<ContentDiff | null> {
  try {
    const worker = new Worker(threadFile, { execArgv: [], env: {} });
    worker.unref();
    const answer = once(worker, 'message');
    worker.postMessage(question);
    try {
      return (await answer)[0] as ContentDiff;
    } finally {
      await worker.terminate();
    }
  } catch {
    return null;
  }
}
