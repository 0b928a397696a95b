import type { BridgeEvent } from '#core/contract/bridge.ts';
import type { Connection, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createRegistryClient } from '#main/registry-client/registry-client.ts';
import { createDrafts, type Drafts } from '#main/workspace/drafts.ts';
import { createOutbox, type Outbox } from '#main/workspace/outbox/outbox.ts';

export interface Workspace {
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** What it has told the screen. */
  readonly events: readonly BridgeEvent[];
  /** What it has set aside, in sentences. */
  readonly setAside: readonly string[];
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
  const note = (sentence: string) => void setAside.push(sentence);
  const client = createRegistryClient(address, key);
  const drafts = createDrafts(dataFolder, note);
  const workspace: Workspace = {
    drafts,
    events,
    setAside,
    status: 'online',
    outbox: createOutbox({
      dataFolder,
      connections: {
        list: () => [{ id: place.connection, status: workspace.status } as Connection],
        open: async () => client,
      },
      drafts,
      emit: (event) => void events.push(event),
      onSetAside: note,
      log: { info: () => undefined, error: () => undefined },
      patience: 2_000,
    }),
  };
  return workspace;
}
