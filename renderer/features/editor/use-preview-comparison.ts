import { useEffect, useState } from 'react';
import type { ComparedPart, ComparisonRequest } from './preview-comparison.ts';
import ComparisonWorker from './preview-comparison.worker.ts?worker';

/** In milliseconds: how long typing has to rest before the texts are compared anew. */
const pause = 150;

/** The draft's finished text against that of stable, worked out beside the screen; `null` until it is there. */
export function usePreviewComparison({ stable, values, draft }: ComparisonRequest) {
  const [parts, setParts] = useState<readonly ComparedPart[] | null>(null);
  useEffect(() => {
    let worker: Worker | null = null;
    const timer = setTimeout(() => {
      worker = new ComparisonWorker();
      worker.addEventListener('message', ({ data }: MessageEvent<readonly ComparedPart[]>) => setParts(data));
      worker.postMessage({ stable, values, draft } satisfies ComparisonRequest);
    }, pause);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [stable, values, draft]);
  return parts;
}
