import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { Connection, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { createDrafts, type Drafts } from '#main/workspace/drafts.ts';
import { createEarlierDrafts, type EarlierDrafts } from '#main/workspace/earlier-drafts/earlier-drafts.ts';
import { createOutbox, type Outbox } from '#main/workspace/outbox/outbox.ts';

export interface Workspace {
  readonly drafts: Drafts;
  readonly earlier: EarlierDrafts;
  readonly outbox: Outbox;
  /** What it has told the screen. */
  readonly events: readonly BridgeEvent[];
  /** What it has set aside, in sentences. */
  readonly setAside: readonly string[];
  /** The registries that it had looked for anew. */
  readonly reconnected: readonly string[];
  /** What the app takes the registry for. */
  status: Connection['status'];
}

interface WorkspaceParts {
  readonly dataFolder: string;
  readonly address: string;
  readonly key: string;
}

export const place: PromptPlace = { connection: 'team', prompt: 'shared' };

/** Drafts and outbox of an app with one registry, over real files and the real client. */
export function openWorkspace({ dataFolder, address, key }: WorkspaceParts): Workspace {
  const events: BridgeEvent[] = [];
  const setAside: string[] = [];
  const reconnected: string[] = [];
  const note = (sentence: string) => void setAside.push(sentence);
  const client = createRegistryClient(address, key);
  const log = { info: () => undefined, error: () => undefined };
  const earlier = createEarlierDrafts(dataFolder, note, log);
  const drafts = createDrafts(dataFolder, earlier, note);
  const workspace: Workspace = {
    drafts,
    earlier,
    events,
    setAside,
    reconnected,
    status: 'online',
    outbox: createOutbox({
      dataFolder,
      connections: {
        list: () => [{ id: place.connection, status: workspace.status } as Connection],
        open: async () => client,
        reconnect: (id) => void reconnected.push(id),
      },
      drafts,
      earlier,
      emit: (event) => void events.push(event),
      onSetAside: note,
      log,
      patience: 2_000,
    }),
  };
  return workspace;
}
