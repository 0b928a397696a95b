import { createContext, runInContext } from 'node:vm';
import { PreloadConfigFactory } from 'electron-vite';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { type Bridge, bridgeContract } from '#core/contract/bridge.ts';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { SpellingEngine } from '#core/contract/spelling.ts';
import configuration from '../../electron.vite.config.ts';

async function bundlePreload(): Promise<string> {
  if (!('preload' in configuration) || !configuration.preload) throw new Error('There is no preload part.');
  const inline = { mode: 'production', logLevel: 'silent' } as const;
  const config = await new PreloadConfigFactory(configuration.preload, inline, {}).build();
  const result = await build({ ...config, configFile: false, build: { ...config.build, write: false } });
  const [chunk, ...others] = (result as Rolldown.RolldownOutput).output;
  expect(others).toEqual([]);
  expect(chunk.fileName).toBe('preload.cjs');
  return chunk.code;
}

/** Runs the bundle where no text may become code, as in the window, over channels of its own. */
function runPreload(code: string) {
  const exposed: Record<string, unknown> = {};
  const invoked: unknown[][] = [];
  const listeners = new Set<(event: unknown, payload: unknown) => void>();
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, value: unknown) {
        exposed[name] = value;
      },
    },
    ipcRenderer: {
      invoke: async (...call: unknown[]) => void invoked.push(call),
      on: (_channel: string, listener: (event: unknown, payload: unknown) => void) => listeners.add(listener),
      off: (_channel: string, listener: (event: unknown, payload: unknown) => void) =>
        listeners.delete(listener),
    },
  };
  const webFrame = {
    isWordMisspelled: (word: string) => word === 'helo',
    getWordSuggestions: (word: string) => [`${word}!`],
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload script cannot require ${name}.`);
    return { ...electron, webFrame };
  };
  runInContext(code, createContext({ require }, { codeGeneration: { strings: false, wasm: false } }));
  return { exposed, invoked, listeners };
}

test('the preload script is small, needs Electron alone, and offers the contract and the events', async () => {
  const code = await bundlePreload();
  expect(code.length).toBeLessThan(8_000);

  const { exposed, invoked, listeners } = runPreload(code);
  expect(Object.keys(exposed).sort()).toEqual(['bridge', 'bridgeEvents', 'spellingEngine']);
  const bridge = exposed.bridge as Bridge;
  const names = (groups: object) =>
    Object.entries(groups).map(([group, methods]) => [group, Object.keys(methods as object)]);
  expect(names(bridge)).toEqual(names(bridgeContract));

  await bridge.versions.get({ connection: 'sandbox', prompt: 'support-agent', version: 1 });
  expect(invoked).toEqual([
    ['bridge:invoke', 'versions.get', { connection: 'sandbox', prompt: 'support-agent', version: 1 }],
  ]);

  const spelling = exposed.spellingEngine as SpellingEngine;
  expect(spelling.findMisspelt(['hello', 'helo'])).toEqual(['helo']);
  expect(spelling.suggest('helo')).toEqual(['helo!']);

  const events = exposed.bridgeEvents as { subscribe(listener: (event: BridgeEvent) => void): () => void };
  const seen: BridgeEvent[] = [];
  const unsubscribe = events.subscribe((event) => seen.push(event));
  const event: BridgeEvent = { name: 'menuCommandChosen', payload: { command: 'new-prompt' } };
  for (const listener of listeners) listener({}, event);
  expect(seen).toEqual([event]);
  unsubscribe();
  expect(listeners.size).toBe(0);
});
