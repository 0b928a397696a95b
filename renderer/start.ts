import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { AppTransport } from './bridge/app-transport.ts';
import { connectBridge } from './bridge/bridge.ts';
import { toBridgeError } from './bridge/unwrap.ts';
import { useLink } from './features/connections/app-link-store.ts';
import { placeKey, useConnections } from './features/connections/connections-store.ts';
import { meetOthersWhenBack } from './features/editor/come-back.ts';
import { useDrafts } from './features/editor/drafts-store.ts';
import { useEditor } from './features/editor/editor-store.ts';
import { usePreview } from './features/editor/preview-store.ts';
import { useLibrary } from './features/library/library-store.ts';
import { followSeenVersions } from './features/library/seen-versions.ts';
import { useMerges } from './features/merge/merge-store.ts';
import { useOutbox } from './features/outbox/outbox-store.ts';
import { usePromotions } from './features/promotion/promotions-store.ts';
import { useSettings } from './features/settings/settings-store.ts';
import { followAddress, recordConnection } from './features/shell/follow-address.ts';
import { listenForShortcuts } from './features/shell/keyboard-commands.ts';
import { currentPlace, useNavigation } from './features/shell/navigation-store.ts';
import { useNotices } from './features/shell/notices-store.ts';
import { followOpenPrompts, useOpenPrompts } from './features/shell/open-prompts-store.ts';
import { tellMenu } from './features/shell/tell-menu.ts';
import { useTestInputs } from './features/test-inputs/test-inputs-store.ts';
import { followLiveUpdates, meetReplaced } from './live-updates.ts';
import { loadMonaco } from './monaco/load-monaco.ts';

/** Connects the screen to the app, and resolves when what is shown first is there. */
export async function startScreen(transport: AppTransport): Promise<void> {
  connectBridge(transport);
  useLink.getState().follow(transport);
  followLiveUpdates();
  meetOthersWhenBack();
  followAddress();
  listenForShortcuts();
  tellMenu();
  keepTextWhenLeaving();
  // The editor is the largest part: where a prompt is shown, it is fetched while the text is on its way.
  if (currentPlace()) void loadEditor();
  await loadFirst();
}

/** Fails nowhere: the place of the editor says so itself. */
const loadEditor = () => loadMonaco().catch(() => undefined);

async function loadFirst(): Promise<void> {
  await Promise.all([useSettings.getState().load(), useConnections.getState().load()]);
  useOpenPrompts.getState().restore();
  showLastRegistry();
  openLastPrompt();
  recordConnection();
  rememberLastPrompt();
  followOpenPrompts();
  followSeenVersions();
  const { currentId } = useConnections.getState();
  loadConnection(currentId);
  // A registry may have been set back before there was a window to say so.
  void meetReplaced();
  const place = currentPlace();
  const text = place && Promise.all([useEditor.getState().open(place), loadEditor()]);
  useConnections.subscribe((state, before) => {
    if (state.currentId === before.currentId) return;
    loadConnection(state.currentId);
    void useSettings.getState().update({ currentConnection: state.currentId });
  });
  await Promise.all([text, untilListed(currentId)]);
  // Elsewhere it is there before somebody opens a prompt.
  if (!place) requestAnimationFrame(() => setTimeout(loadEditor));
}

/** Resolves with the first page of the list of prompts, or when it is certain that none comes. */
function untilListed(connection: string): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ prompts, errors } = useLibrary.getState()) => {
      if (!prompts[connection] && !errors[connection]) return;
      stop();
      resolve();
    };
    const stop = useLibrary.subscribe(look);
    look();
  });
}

/** What was seen of a registry is there at once; what is new follows when the registry answers. */
function loadConnection(connection: string): void {
  useDrafts
    .getState()
    .load(connection)
    .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
  useOutbox
    .getState()
    .load(connection)
    .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
  void useLibrary.getState().load(connection);
  void usePromotions.getState().load(connection);
}

function showLastRegistry(): void {
  const { currentConnection: last } = useSettings.getState().settings;
  const { connections, choose } = useConnections.getState();
  if (connections?.some(({ id }) => id === last)) choose(last);
}

function openLastPrompt(): void {
  const { lastOpened } = useSettings.getState().settings;
  const { view, prompt } = useNavigation.getState();
  const isHere = lastOpened?.connection === useConnections.getState().currentId;
  if (!lastOpened || !isHere || location.hash.length > 1 || view !== 'prompts' || prompt !== null) return;
  const { open } = useOpenPrompts.getState();
  const isLast = (place: PromptPlace) =>
    place.connection === lastOpened.connection && place.prompt === lastOpened.prompt;
  useNavigation.getState().openPrompt(lastOpened.prompt, open.find(isLast)?.tab);
}

function rememberLastPrompt(): void {
  let remembered = useSettings.getState().settings.lastOpened;
  useNavigation.subscribe(() => {
    const place = currentPlace();
    if (!place || (remembered && placeKey(place) === placeKey(remembered))) return;
    remembered = place;
    void useSettings.getState().update({ lastOpened: place });
  });
}

function keepTextWhenLeaving(): void {
  const keep = () => {
    void useDrafts.getState().flush();
    useOpenPrompts.getState().noteViews();
    usePreview.getState().flush();
    useTestInputs.getState().flush();
    useMerges.getState().flush();
  };
  addEventListener('pagehide', keep);
  addEventListener('beforeunload', keep);
  addEventListener('blur', keep);
  document.addEventListener('visibilitychange', keep);
}
