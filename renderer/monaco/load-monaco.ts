import type { MonacoRuntime } from './monaco-runtime.ts';

let loading: Promise<MonacoRuntime> | undefined;
let loaded: MonacoRuntime | undefined;

/** Loads Monaco, once; after a failure the next call tries again. */
export function loadMonaco(): Promise<MonacoRuntime> {
  loading ??= importMonaco();
  return loading;
}

/** Monaco where it is already there, so that a second editor appears without a frame of plain text. */
export function loadedMonaco(): MonacoRuntime | undefined {
  return loaded;
}

async function importMonaco(): Promise<MonacoRuntime> {
  try {
    const { monacoRuntime } = await import('./monaco-runtime.ts');
    loaded = monacoRuntime;
    return monacoRuntime;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
