import { useEffect, useRef, useState } from 'react';
import type { ComparedText, Comparison } from './compare-texts.ts';
import DiffWorker from './diff-worker.ts?worker';

interface ComparisonState {
  /** The newest there is; the one before it until it is there. */
  readonly comparison: Comparison | null;
  readonly isFailed: boolean;
}

/**
 * Compares two texts in a worker, so that the screen stays quick; `null` where a text is still on its way. Of
 * questions that come fast, only the last one is answered.
 */
export function useComparison(from: ComparedText | null, to: ComparedText | null): ComparisonState {
  const [state, setState] = useState<ComparisonState>({ comparison: null, isFailed: false });
  const idle = useRef<Worker | null>(null);
  useEffect(() => {
    if (!from || !to) return;
    const worker = idle.current ?? new DiffWorker();
    idle.current = null;
    let isAnswered = false;
    worker.onmessage = ({ data }: MessageEvent<Comparison>) => {
      isAnswered = true;
      idle.current = worker;
      setState({ comparison: data, isFailed: false });
    };
    worker.onerror = () => setState({ comparison: null, isFailed: true });
    worker.postMessage({ from, to });
    return () => {
      if (!isAnswered) worker.terminate();
    };
  }, [from, to]);
  useEffect(
    () => () => {
      idle.current?.terminate();
      idle.current = null;
    },
    [],
  );
  return state;
}
