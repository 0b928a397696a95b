import type { AppPorts } from '#main/ports.ts';
import { type Connections, openConnections } from '#main/workspace/connections.ts';
import { createRegistryList } from '#main/workspace/registry-list.ts';
import { createScreenWatcher } from './screen-watcher.ts';

type Kept = Pick<AppPorts, 'settings' | 'secrets'>;

/** Settings and secrets in memory, which outlive the app that a test starts over them. */
export function makeKept(): Kept & { readonly settings: { readonly store: Record<string, unknown> } } {
  const store: Record<string, unknown> = {};
  const secrets = new Map<string, string>();
  return {
    settings: { store, set: (values) => void Object.assign(store, values) },
    secrets: {
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
      remove: async (name) => void secrets.delete(name),
    },
  };
}

/** What an app needs of its shell, without a sandbox that could be started. */
export function makeTestPorts(dataFolder: string, ports: Partial<AppPorts> = {}): AppPorts {
  return {
    dataFolder,
    version: '0.0.0',
    capabilities: { secretStorage: 'file', hasMenu: false, canZoom: false, spellingLanguages: null },
    ...makeKept(),
    fetch,
    startSandbox: async () => {
      throw new Error('There is no sandbox in this test.');
    },
    openLink: async () => undefined,
    setMenu: () => undefined,
    learnWord: () => undefined,
    notify: () => false,
    log: { info: () => undefined, error: () => undefined },
    setAside: [],
    ...ports,
  };
}

/** The connections of an app that has no sandbox and knows no registry yet. */
export function openNoConnections(kept: Kept = makeKept()): Promise<Connections> {
  const emit = () => undefined;
  return openConnections([], createRegistryList(kept), createScreenWatcher(emit), { emit, fetch });
}
