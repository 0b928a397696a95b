import { join } from 'node:path';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { createDispatch, type Dispatch } from './bridge/dispatch.ts';
import { createHandlers } from './bridge/handlers.ts';
import type { AppPorts } from './ports.ts';
import { createBegunMerges } from './workspace/begun-merges.ts';
import { openConnections } from './workspace/connections.ts';
import { lockDataFolder } from './workspace/data-folder-lock.ts';
import { createDrafts } from './workspace/drafts.ts';
import { createEarlierDrafts } from './workspace/earlier-drafts/earlier-drafts.ts';
import { createModelRuns } from './workspace/model/model-runs.ts';
import { createModelService } from './workspace/model/model-service.ts';
import { createReviewNotifier } from './workspace/notify-of-reviews.ts';
import { createOutbox } from './workspace/outbox/outbox.ts';
import { createPreviewValueStore } from './workspace/preview-value-store.ts';
import { createRegistryList } from './workspace/registry-list.ts';
import { createReplicas } from './workspace/replica/replicas.ts';
import { setAsideDamagedAccess } from './workspace/sandbox.ts';
import { createSandboxConnection } from './workspace/sandbox-connection.ts';
import { createSettingsService } from './workspace/settings-service.ts';
import { createTestInputDrafts } from './workspace/test-input-drafts.ts';
import { watchForWake } from './workspace/watch-for-wake.ts';

/** The whole application, without a face: a shell gives it a window and carries its calls and events. */
export interface App {
  /** Answers a call of the bridge by its dotted name, for example `versions.save`. */
  readonly handle: Dispatch;
  /** @returns how to stop listening */
  subscribe(listener: (event: BridgeEvent) => void): () => void;
  /** Waits for the calls under way, then stops the sandbox. */
  close(): Promise<void>;
}

/** Another app has the data folder open. */
export class DataFolderInUse extends Error {}

/**
 * Builds and starts the application. It answers at once; the sandbox may still be starting.
 *
 * @throws {DataFolderInUse} where another app has the data folder open
 */
export async function createApp(ports: AppPorts): Promise<App> {
  const unlock = lockDataFolder(ports.dataFolder);
  if (!unlock) throw new DataFolderInUse(`PromptForge is already running with ${ports.dataFolder}.`);

  const listeners = new Set<(event: BridgeEvent) => void>();
  const emit = (event: BridgeEvent) => {
    for (const listener of listeners) listener(event);
  };
  const setAside = [...ports.setAside];
  const noteSetAside = (sentence: string) => void setAside.push(sentence);

  const earlierDrafts = createEarlierDrafts(ports.dataFolder, noteSetAside, ports.log);
  const drafts = createDrafts(ports.dataFolder, earlierDrafts, noteSetAside);
  setAsideDamagedAccess(ports.dataFolder, noteSetAside);
  const settings = createSettingsService(ports.settings, emit);
  const replicas = createReplicas({
    dataFolder: ports.dataFolder,
    settings,
    drafts,
    emit,
    subscribe: (listener) => listeners.add(listener),
    onSetAside: noteSetAside,
    log: ports.log,
  });
  const sandbox = createSandboxConnection(ports, replicas, emit);
  const opened = await openConnections([sandbox], createRegistryList(ports), replicas, {
    emit,
    fetch: ports.fetch,
  });
  const connections = replicas.join(opened);
  const waking = watchForWake(() => opened.wake());
  const outbox = createOutbox({
    dataFolder: ports.dataFolder,
    connections,
    drafts,
    earlier: earlierDrafts,
    emit,
    onSetAside: noteSetAside,
    log: ports.log,
  });
  const sendWhereOnline = ({ id, status }: Connection) => {
    if (status === 'online') outbox.send(id);
  };
  listeners.add((event) => {
    if (event.name === 'connectionChanged') sendWhereOnline(event.payload);
  });
  // Reading them once finds a damaged file before the screen asks what was set aside.
  for (const { id } of connections.list()) await Promise.all([drafts.list(id), outbox.list(id)]);
  connections.list().forEach(sendWhereOnline);
  const noteForReviews = createReviewNotifier({
    connections,
    isWanted: () => settings.get().notifications === 'on',
    notify: (notice) => {
      if (!ports.notify(notice)) emit({ name: 'systemNoticeGiven', payload: notice });
    },
  });
  listeners.add(noteForReviews);
  for (const payload of connections.list()) noteForReviews({ name: 'connectionChanged', payload });
  const model = createModelService(settings, ports.secrets, ports.fetch);
  const modelRuns = createModelRuns(ports.dataFolder, model, settings, emit, noteSetAside);
  const handlers = createHandlers({
    getInfo: () => ({
      version: ports.version,
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      dataFolder: ports.dataFolder,
      capabilities: ports.capabilities,
      setAside,
    }),
    openLink: ports.openLink,
    setMenu: ports.setMenu,
    learnWord: ports.learnWord,
    settings,
    connections,
    replicas,
    drafts,
    earlierDrafts,
    outbox,
    previewValues: createPreviewValueStore(ports.dataFolder, noteSetAside),
    model,
    modelRuns,
    begunMerges: createBegunMerges(ports.dataFolder, noteSetAside),
    testInputDrafts: createTestInputDrafts(ports.dataFolder, noteSetAside),
    transferFolder: join(ports.dataFolder, 'importing'),
  });

  const dispatch = createDispatch(handlers, ports.log);
  const underWay = new Set<Promise<unknown>>();
  return {
    handle(method, input) {
      const call = dispatch(method, input).finally(() => underWay.delete(call));
      underWay.add(call);
      return call;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await modelRuns.close();
      await Promise.allSettled(underWay);
      await earlierDrafts.settled();
      outbox.close();
      waking.stop();
      await connections.close();
      await replicas.close();
      unlock();
    },
  };
}
