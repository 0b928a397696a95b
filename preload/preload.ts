import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import { buildBridge } from '#core/contract/build-bridge.ts';
import type { SpellingEngine } from '#core/contract/spelling.ts';

/** The names of the contract's methods. The build puts them in: the contract itself would bring its schemas. */
declare const bridgeMethodNames: readonly string[];

const bridge = buildBridge(bridgeMethodNames, (method, input) =>
  ipcRenderer.invoke('bridge:invoke', method, input),
);

const bridgeEvents = {
  subscribe(listener: (event: BridgeEvent) => void): () => void {
    const forward = (_event: unknown, event: BridgeEvent) => listener(event);
    ipcRenderer.on('bridge:event', forward);
    return () => ipcRenderer.off('bridge:event', forward);
  },
};

const spellingEngine: SpellingEngine = {
  findMisspelt: (words) => words.filter((word) => webFrame.isWordMisspelled(word)),
  suggest: (word) => webFrame.getWordSuggestions(word),
};

contextBridge.exposeInMainWorld('bridge', bridge);
contextBridge.exposeInMainWorld('bridgeEvents', bridgeEvents);
contextBridge.exposeInMainWorld('spellingEngine', spellingEngine);
