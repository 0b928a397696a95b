import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { placeKey } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { savesIn, useOutbox } from '../outbox/outbox-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { type Notice, useNotices } from '../shell/notices-store.ts';
import { showRegistry } from '../shell/shown-registry-store.ts';
import type { SaveOutcome } from './saving-actions.ts';

/**
 * Says what became of a save. Whoever has gone on to something else meanwhile is told which prompt it was about, and
 * stays where they are.
 *
 * @param isShown whether the dialog that asked for it is still on the screen
 */
export function tellSave(place: PromptPlace, outcome: SaveOutcome, isShown: boolean): void {
  const { closeDialog, openDialog } = useNavigation.getState();
  if (outcome.kind === 'conflict' && isShown) openDialog('merge');
  else if (isShown) closeDialog();
  const notice = describeOutcome(place, outcome, isShown);
  if (notice) useNotices.getState().show(notice);
}

/** `null` where the screen says it anyway. */
function describeOutcome(place: PromptPlace, outcome: SaveOutcome, isShown: boolean): NewNotice | null {
  const prompt = findPrompt(useLibrary.getState(), place.connection, place.prompt);
  const title = prompt?.title ?? place.prompt;
  switch (outcome.kind) {
    case 'saved':
      return describeSaved(place, title, outcome.version.version, prompt?.stable ?? null);
    case 'waiting':
      // From the second one on, the status line says enough.
      return savesIn(useOutbox.getState(), place.connection).length > 1 ? null : waitsToBeSent;
    case 'conflict':
      if (isShown) return null;
      return {
        tone: 'warning',
        title: `${title} is not saved: ${outcome.theirs.author.name} saved in between`,
        message: 'Your text is kept as a draft. Merge both texts, then save.',
        isLasting: true,
        action: { label: 'Merge', run: () => openMerge(place) },
      };
    case 'failed':
      return {
        tone: 'error',
        title: `${title} is not saved: ${describeError(outcome.error).title}`,
        message: describeErrorInFull(outcome.error),
        isLasting: true,
        action: { label: 'Go to the text', run: () => openPlace(place, 'edit') },
      };
  }
}

type NewNotice = Omit<Notice, 'id'>;

const waitsToBeSent: NewNotice = {
  tone: 'neutral',
  title: 'Saved on this machine, and waits to be sent',
  message: 'It becomes a version as soon as the registry can be reached. You can go on writing.',
  action: { label: 'Show', run: () => useNavigation.getState().openDialog('outbox') },
};

function describeSaved(place: PromptPlace, title: string, version: number, stable: number | null): NewNotice {
  return {
    tone: 'success',
    about: placeKey(place),
    title: `v${version} of ${title} is saved`,
    message:
      stable === null
        ? 'Applications get it once it is promoted to stable.'
        : `Stable stays at v${stable} until you promote it.`,
    action: { label: 'Go to Promotion', run: () => openPlace(place, 'promotion') },
  };
}

/** True while the dialog to save this prompt is on the screen. */
export function isSaveDialogShown({ connection, prompt }: PromptPlace): boolean {
  const here = currentPlace();
  return (
    useNavigation.getState().dialog === 'save-version' &&
    here?.connection === connection &&
    here.prompt === prompt
  );
}

function openMerge(place: PromptPlace): void {
  openPlace(place, 'edit');
  useNavigation.getState().openDialog('merge');
}

function openPlace({ connection, prompt }: PromptPlace, tab: 'edit' | 'promotion'): void {
  showRegistry(connection);
  useNavigation.getState().openPrompt(prompt, tab);
}
