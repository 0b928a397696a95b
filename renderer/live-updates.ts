import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge, onBridgeEvents } from './bridge/bridge.ts';
import { toBridgeError, unwrap } from './bridge/unwrap.ts';
import { useActivity } from './features/activity/activity-store.ts';
import { useLink } from './features/connections/app-link-store.ts';
import { currentConnection, placeKey, useConnections } from './features/connections/connections-store.ts';
import { reconnectRegistry } from './features/connections/registry-actions.ts';
import { useEditor } from './features/editor/editor-store.ts';
import { usePreview } from './features/editor/preview-store.ts';
import { useVersions } from './features/history/versions-store.ts';
import { useLibrary } from './features/library/library-store.ts';
import { useNews } from './features/news/news-store.ts';
import { noteWaitingSaveSent } from './features/outbox/note-sent.ts';
import { useOutbox } from './features/outbox/outbox-store.ts';
import { usePromotions } from './features/promotion/promotions-store.ts';
import { useReviews } from './features/reviews/reviews-store.ts';
import { openSystemNotice, showSystemNotice } from './features/reviews/system-notices-store.ts';
import { useSettings } from './features/settings/settings-store.ts';
import { runCommand } from './features/shell/commands.ts';
import { currentPlace } from './features/shell/navigation-store.ts';
import { useNotices } from './features/shell/notices-store.ts';
import { showRegistry } from './features/shell/shown-registry-store.ts';
import { useEvaluations } from './features/test-inputs/evaluations-store.ts';
import { useModelRuns } from './features/test-inputs/model-runs-store.ts';
import { useTestInputs } from './features/test-inputs/test-inputs-store.ts';
import { noteAdministration, refreshAdministration } from './live-administration.ts';

/** Keeps the screen true to what the app tells. What the user types is never touched. */
export function followLiveUpdates(): void {
  useLink.subscribe((link, before) => {
    if (link.status === 'open' && before.status !== 'open' && before.wasOpen) void refreshAll();
  });
  addEventListener('online', reconnectLost);
  onBridgeEvents({
    settingsChanged: (settings) => useSettings.getState().replace(settings),
    systemNoticeGiven: showSystemNotice,
    systemNoticeClicked: openSystemNotice,
    modelRunChanged: (change) => useModelRuns.getState().replace(change),
    modelAnswerGrew: (change) => useModelRuns.getState().grow(change),
    menuCommandChosen: ({ command }) => runCommand(command),
    connectionChanged(connection) {
      const before = useConnections.getState().connections?.find((other) => other.id === connection.id);
      useConnections.getState().replace(connection);
      const isBack = connection.status === 'online' && before?.status !== 'online';
      if (isBack) refresh(connection.id);
    },
    waitingSaveSent: noteWaitingSaveSent,
    outboxChanged({ connection, saves }) {
      useOutbox.getState().replace(connection, saves);
      meetOutbox(connection);
    },
    connectionRemoved({ connection }) {
      if (useConnections.getState().currentId === connection) showRegistry(sandboxConnectionId);
      useConnections.getState().forget(connection);
    },
    registryReconnected: ({ connection }) => refresh(connection),
    registryReplaced: () => void meetReplaced(),
    replicaNotWritten: ({ connection }) =>
      useNotices.getState().show({
        tone: 'warning',
        title: 'The disk is full or cannot be written',
        message: `What is new in ${nameOf(connection)} is shown, but cannot be kept for reading offline. Free some disk space; PromptForge goes on by itself.`,
      }),
    registryEventAppended({ connection, event }) {
      useActivity.getState().add(connection, event);
      if (event.prompt !== undefined) useLibrary.getState().noteChanged({ connection, prompt: event.prompt });
      noteNews(connection, event);
      // What the policy asks for and what the test inputs say decides where a promotion stands.
      if (/^(promotion|channel|policy|evaluation)\.|^prompt\.updated$/.test(event.type)) {
        void usePromotions.getState().load(connection);
      }
      useReviews.getState().noteChanged(connection, event.prompt);
      noteAdministration(connection, event);
      if (event.prompt !== undefined) refreshPrompt({ connection, prompt: event.prompt }, event.type);
    },
  });
}

/** The system says that there is a network again: no need to wait for the next attempt. */
function reconnectLost(): void {
  for (const { id, status } of useConnections.getState().connections ?? []) {
    if (status === 'offline') void reconnectRegistry(id);
  }
}

/** Events were missed while the link to the app was down. */
async function refreshAll(): Promise<void> {
  await useConnections.getState().load();
  void meetReplaced();
  for (const { id } of useConnections.getState().connections ?? []) {
    refresh(id);
    useOutbox
      .getState()
      .loadAgain(id)
      .then(() => meetOutbox(id), toBridgeError);
  }
}

function meetOutbox(connection: string): void {
  for (const { place } of Object.values(useEditor.getState().documents)) {
    if (place.connection === connection) useEditor.getState().meetOutbox(place);
  }
}

/** Each registry that was set back or replaced is told of once, also where that was while nobody looked. */
export async function meetReplaced(): Promise<void> {
  try {
    for (const connection of await unwrap(bridge.replicas.takeReplaced())) meetOtherHistory(connection);
  } catch (thrown) {
    toBridgeError(thrown);
  }
}

/** Says what happened, and shows what the registry has now. Drafts stay as they are. */
function meetOtherHistory(connection: string): void {
  useNotices.getState().show({
    tone: 'warning',
    isLasting: true,
    title: `${nameOf(connection)} was set back or replaced`,
    message:
      'It was restored from a backup, or another registry has its address now. Everything was read again from it. Your drafts are kept: compare them before you save.',
  });
  useVersions.getState().forget(connection);
  refresh(connection);
  for (const { place } of Object.values(useEditor.getState().documents)) {
    if (place.connection === connection) void useEditor.getState().meetOtherHistory(place);
  }
}

/** What others do to the prompt on the screen is said there. */
function noteNews(connection: string, event: RegistryEvent): void {
  const place = currentPlace();
  const isOpen = place?.connection === connection && place.prompt === event.prompt;
  const isMine = event.actor.id === currentConnection()?.member?.id;
  if (place && isOpen && !isMine) useNews.getState().noteEvent(place, event);
}

function nameOf(connection: string): string {
  const { connections } = useConnections.getState();
  return connections?.find(({ id }) => id === connection)?.name ?? 'the registry';
}

/** Loads again what was loaded of a registry. */
function refresh(connection: string): void {
  refreshAdministration(connection);
  void useLibrary.getState().load(connection);
  void usePromotions.getState().load(connection);
  useReviews.getState().noteChanged(connection);
  void useActivity.getState().catchUp(connection);
  const open = currentPlace();
  if (open && !useEditor.getState().documents[placeKey(open)]) void useEditor.getState().open(open);
  const documents = Object.values(useEditor.getState().documents);
  for (const { place } of documents) {
    if (place.connection === connection) refreshPrompt(place);
  }
}

function refreshPrompt(place: PromptPlace, eventType?: string): void {
  const key = placeKey(place);
  const isAbout = (kind: RegExp) => eventType === undefined || kind.test(eventType);
  if (isAbout(/^version\./) && useVersions.getState().lists[key]) void refreshVersions(place);
  if (isAbout(/^prompt\.updated$/) && usePreview.getState().sets[key]) {
    void usePreview.getState().loadSets(place);
  }
  if (eventType === undefined && useModelRuns.getState().runs[key]) {
    void useModelRuns.getState().load(place);
  }
  if (isAbout(/^prompt\.updated$/) && useTestInputs.getState().tables[key]) {
    void useTestInputs.getState().refresh(place);
  }
  if (isAbout(/^(evaluation\.finished|prompt\.updated)$/) && useEvaluations.getState().lists[key]) {
    void useEvaluations.getState().load(place);
  }
  if (isAbout(/^(promotion|channel)\./) && usePromotions.getState().history[key]) {
    void usePromotions.getState().loadHistory(place);
  }
}

async function refreshVersions(place: PromptPlace): Promise<void> {
  await useVersions.getState().load(place);
  await useEditor.getState().meetNewVersion(place);
}
