import type { ReadQuestion, Source } from './read-sources.ts';
import type { ReadNews } from './read-sources.worker.ts';
import ReadWorker from './read-sources.worker.ts?worker';

/**
 * Reads files or a paste in a worker: a table of ten thousand rows takes half a second.
 *
 * @param onProgress told how many of them are read, the part of the next one included
 * @throws where one cannot be read, or once `signal` says that nobody waits for it any more
 */
export async function readBeside(
  questions: readonly ReadQuestion[],
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Source[]> {
  if (questions.length === 0) return [];
  const worker = new ReadWorker();
  const { promise, resolve, reject } = Promise.withResolvers<Source[]>();
  const sources: Source[] = [];
  worker.onmessage = ({ data }: MessageEvent<ReadNews>) => {
    if (data.kind === 'fault') return reject(new Error(data.reason));
    if (data.kind === 'source') sources.push(data.source);
    onProgress(sources.length + (data.kind === 'part' ? data.part : 0));
    if (sources.length === questions.length) resolve(sources);
  };
  worker.onerror = ({ message }) => reject(new Error(message));
  signal.addEventListener('abort', () => reject(signal.reason));
  worker.postMessage(questions);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
