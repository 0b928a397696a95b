import { useEffect, useRef, useState } from 'react';
import type { ComparedText, Comparison } from './compare-texts.ts';
import type { DiffRow } from './diff-rows.ts';
import type { ComparisonPiece } from './diff-worker.ts';
import DiffWorker from './diff-worker.ts?worker';

interface ComparisonState {
  /** The newest there is; the one before it until it is there. */
  readonly comparison: Comparison | null;
  readonly isFailed: boolean;
  /** False while it is still that of other texts. */
  readonly isCurrent: boolean;
}

interface Answer extends Omit<ComparisonState, 'isCurrent'> {
  readonly answered: { readonly from: ComparedText; readonly to: ComparedText } | null;
}

const nothing: Answer = { comparison: null, isFailed: false, answered: null };

/**
 * Compares two texts in a worker, so that the screen stays quick; `null` where a text is still on its way. Of
 * questions that come fast, only the last one is answered.
 */
export function useComparison(from: ComparedText | null, to: ComparedText | null): ComparisonState {
  const [{ answered, ...state }, setState] = useState<Answer>(nothing);
  const idle = useRef<Worker | null>(null);
  useEffect(() => {
    if (!from || !to) return;
    const worker = idle.current ?? new DiffWorker();
    idle.current = null;
    let isAnswered = false;
    const rows: DiffRow[] = [];
    worker.onmessage = ({ data }: MessageEvent<ComparisonPiece>) => {
      rows.push(...data.rows);
      if (!data.rest) return;
      isAnswered = true;
      idle.current = worker;
      setState({ comparison: { ...data.rest, rows }, isFailed: false, answered: { from, to } });
    };
    worker.onerror = () => setState({ comparison: null, isFailed: true, answered: null });
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
  return { ...state, isCurrent: answered?.from === from && answered?.to === to };
}
