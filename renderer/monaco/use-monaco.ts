import { useEffect, useState } from 'react';
import { loadedMonaco, loadMonaco } from './load-monaco.ts';
import type { MonacoRuntime } from './monaco-runtime.ts';

/** Monaco once it is loaded, `undefined` until then, `'failed'` where it could not be fetched. */
export function useMonaco(): MonacoRuntime | 'failed' | undefined {
  const [monaco, setMonaco] = useState<MonacoRuntime | 'failed' | undefined>(loadedMonaco);
  useEffect(() => {
    if (monaco !== undefined) return;
    let isGone = false;
    loadMonaco().then(
      (runtime) => {
        if (!isGone) setMonaco(runtime);
      },
      () => {
        if (!isGone) setMonaco('failed');
      },
    );
    return () => {
      isGone = true;
    };
  }, [monaco]);
  return monaco;
}
