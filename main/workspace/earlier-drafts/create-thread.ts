import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Answers, Question } from './answer-question.ts';

export interface ThreadQuestion {
  readonly dataFolder: string;
  readonly place: PromptPlace;
  readonly question: Question;
}

/** What came of a question, and in sentences what had to be set aside for it. */
export type ThreadOutcome = { readonly setAside: readonly string[] } & (
  | { readonly answer: Answers[Question['kind']] }
  | { readonly fault: string }
);

/** Beside the sources, or beside the bundled app. */
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const threadFile = new URL(`./earlier-drafts-thread.${extension}`, import.meta.url);

/** How long a thread is kept for the next question, in milliseconds: whoever looks through earlier drafts asks often. */
const idleTime = 10_000;

/** Asks in a thread of its own, one question at a time; answers `null` where no thread can be had. */
export function createThread(): (asked: ThreadQuestion) => Promise<ThreadOutcome | null> {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    void worker?.terminate();
    worker = null;
  }

  return async (asked) => {
    clearTimeout(idle);
    try {
      worker ??= new Worker(threadFile, { execArgv: [], env: {} }).on('error', end);
      worker.ref();
      const outcome = once(worker, 'message');
      worker.postMessage(asked);
      return (await outcome)[0] as ThreadOutcome;
    } catch {
      end();
      return null;
    } finally {
      worker?.unref();
      idle = setTimeout(end, idleTime).unref();
    }
  };
}
