import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bridgeMethodNames } from './core/contract/bridge.ts';
import { preloadParts } from './scripts/preload-parts.ts';

/** Everything is bundled, so that an installed app carries no node_modules. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          entry: 'main/desktop/entry.ts',
          sandbox: 'main/registry/sandbox.ts',
          'diff-thread': 'main/registry/diff/diff-thread.ts',
          'earlier-drafts-thread': 'main/workspace/earlier-drafts/earlier-drafts-thread.ts',
        },
      },
    },
  },
  preload: {
    define: { bridgeMethodNames: JSON.stringify(bridgeMethodNames) },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script is one CommonJS file.
      rolldownOptions: {
        input: 'preload/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), preloadParts()],
    // A worker may load its larger parts when they are needed.
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      modulePreload: { polyfill: false },
      minify: true,
      // The editor is one lazy chunk of 3.3 MB, loaded from the disk.
      chunkSizeWarningLimit: 4_000,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
