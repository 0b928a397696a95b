import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { MenuCommand } from '#core/contract/menu.ts';
import type { AppInfo } from '#core/contract/workspace-shapes.ts';
import { retryWhenLimited } from '../registry-client/retry-when-limited.ts';
import type { BegunMerges } from '../workspace/begun-merges.ts';
import { changeMany } from '../workspace/change-many.ts';
import type { Drafts } from '../workspace/drafts.ts';
import type { EarlierDrafts } from '../workspace/earlier-drafts/earlier-drafts.ts';
import { listExistingPrompts, listExistingVersions, writePrompts } from '../workspace/import-prompts.ts';
import type { ModelRuns } from '../workspace/model/model-runs.ts';
import type { ModelService } from '../workspace/model/model-service.ts';
import type { Outbox } from '../workspace/outbox/outbox.ts';
import type { PreviewValueStore } from '../workspace/preview-value-store.ts';
import type { Replicas, ReplicatedConnections } from '../workspace/replica/replicas.ts';
import type { SettingsService } from '../workspace/settings-service.ts';
import type { TestInputDrafts } from '../workspace/test-input-drafts.ts';
import { createAdministrationHandlers } from './administration-handlers.ts';
import { createAuditHandlers } from './audit-handlers.ts';
import { createConnectionHandlers } from './connection-handlers.ts';
import { createEventHandlers } from './event-handlers.ts';
import { createModelHandlers } from './model-handlers.ts';
import { createOutboxHandlers } from './outbox-handlers.ts';
import { createPromotionHandlers } from './promotion-handlers.ts';
import { createReplicaHandlers } from './replica-handlers.ts';
import { createTestHandlers } from './test-handlers.ts';
import { createTransferHandlers } from './transfer-handlers.ts';

export interface BridgeServices {
  readonly getInfo: () => AppInfo;
  readonly openLink: (url: string) => Promise<void>;
  readonly setMenu: (commands: readonly MenuCommand[]) => void;
  readonly learnWord: (word: string) => void;
  readonly settings: SettingsService;
  readonly connections: ReplicatedConnections;
  readonly replicas: Replicas;
  readonly drafts: Drafts;
  readonly earlierDrafts: EarlierDrafts;
  readonly outbox: Outbox;
  readonly previewValues: PreviewValueStore;
  readonly begunMerges: BegunMerges;
  readonly testInputDrafts: TestInputDrafts;
  readonly model: ModelService;
  readonly modelRuns: ModelRuns;
  /** Where a file is kept while it is being imported. */
  readonly transferFolder: string;
}

/** One handler for each method of the bridge contract. */
export function createHandlers(services: BridgeServices): BridgeHandlers {
  const { begunMerges, connections, drafts, earlierDrafts, outbox, previewValues, replicas, settings } =
    services;
  return {
    app: {
      getInfo: async () => services.getInfo(),
      openLink: async ({ url }) => {
        await services.openLink(url);
        return undefined;
      },
      setMenu: async (commands) => {
        services.setMenu(commands);
        return undefined;
      },
      learnWord: async ({ word }) => {
        services.learnWord(word);
        return undefined;
      },
    },
    settings: {
      get: async () => settings.get(),
      update: async (change) => settings.update(change),
    },
    connections: createConnectionHandlers(connections),
    prompts: {
      list: async ({ connection, ...query }) => connections.read(connection).call('listPrompts', { query }),
      get: async ({ connection, prompt }) =>
        connections.read(connection).call('getDetails', { params: { name: prompt } }),
      update: async ({ connection, prompt, ...body }) =>
        (await connections.open(connection)).call('updateDetails', { params: { name: prompt }, body }),
      updateMany: async ({ connection, names, change }) =>
        changeMany(retryWhenLimited(await connections.open(connection)), names, change),
      create: async ({ connection, ...body }) =>
        (await connections.open(connection)).call('createPrompt', { body }),
    },
    versions: {
      list: async ({ connection, prompt, cursor }) =>
        connections.read(connection).call('listVersions', {
          params: { name: prompt },
          query: { limit: 200, cursor },
        }),
      get: async ({ connection, prompt, version }) =>
        connections.read(connection).call('getVersion', { params: { name: prompt, version } }),
      summariseChange: async ({ connection, prompt, from, to }) => {
        const query = { from: String(from), to: String(to) };
        const reader = connections.read(connection);
        return (await reader.call('compareVersions', { params: { name: prompt }, query })).summary;
      },
      save: (request) => outbox.save(request),
    },
    outbox: createOutboxHandlers(outbox),
    promotions: createPromotionHandlers(connections),
    events: createEventHandlers(connections),
    audit: createAuditHandlers(connections),
    ...createAdministrationHandlers(connections),
    replicas: createReplicaHandlers(replicas),
    drafts: {
      list: ({ connection }) => drafts.list(connection),
      put: (draft) => drafts.put(draft),
      discard: async (place) => {
        await drafts.discard(place);
        return undefined;
      },
      listEarlier: (place) => earlierDrafts.list(place),
      getEarlier: ({ id, ...place }) => earlierDrafts.get(place, id),
      keepEarlier: async ({ connection, prompt, ...text }) => {
        await earlierDrafts.keep({ connection, prompt }, { ...text, savedAt: new Date().toISOString() });
        return undefined;
      },
    },
    ...createTransferHandlers(connections, services.transferFolder),
    imports: {
      listExisting: async ({ connection }) => listExistingPrompts(await connections.open(connection)),
      listVersions: async ({ connection, names }) =>
        listExistingVersions(await connections.open(connection), names),
      write: async ({ connection, prompts }) =>
        writePrompts(retryWhenLimited(await connections.open(connection)), prompts),
    },
    merges: {
      get: (place) => begunMerges.get(place),
      put: async ({ merge, ...place }) => {
        await begunMerges.put(place, merge);
        return undefined;
      },
      discard: async (place) => {
        await begunMerges.discard(place);
        return undefined;
      },
    },
    previewValues: {
      get: (place) => previewValues.get(place),
      put: async ({ kept, ...place }) => {
        await previewValues.put(place, kept);
        return undefined;
      },
    },
    ...createModelHandlers(services.model, services.modelRuns),
    ...createTestHandlers(connections, services.testInputDrafts),
  };
}
