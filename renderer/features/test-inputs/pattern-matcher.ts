import type { MatchPattern } from '#core/domain/test-checks.ts';
import PatternWorker from './pattern.worker.ts?worker';

/** For one expression and one text, in milliseconds: as long as the registry gives it. */
const longestMatch = 1_000;

/**
 * Looks for regular expressions in a worker, which is ended where one takes too long: nobody waits for it, however
 * the expression was made. One call at a time.
 */
export function createPatternMatcher(): { readonly match: MatchPattern; close(): void } {
  let worker: Worker | null = null;
  const close = () => {
    worker?.terminate();
    worker = null;
  };
  return {
    close,
    match: (pattern, text) =>
      new Promise((resolve) => {
        const asked = worker ?? new PatternWorker();
        worker = asked;
        const giveUp = () => {
          close();
          resolve('too-slow');
        };
        const timer = setTimeout(giveUp, longestMatch);
        const settle = (found: boolean | null) => {
          clearTimeout(timer);
          if (found === null) giveUp();
          else resolve(found ? 'found' : 'not-found');
        };
        asked.onmessage = ({ data }: MessageEvent<boolean | null>) => settle(data);
        asked.onerror = () => settle(null);
        asked.postMessage({ pattern, text });
      }),
  };
}
