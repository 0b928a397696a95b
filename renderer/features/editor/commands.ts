import type { Command } from '../../command.ts';
import { placeKey } from '../connections/connections-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { isChanged, saveObstacle, useEditor } from './editor-store.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { textCommands } from './text-commands.ts';

export const saveVersion: Command = {
  id: 'save-version',
  name: 'Save version',
  group: 'File',
  shortcut: 'mod+S',
  needs: 'editor',
  isAvailable: () => currentPlace() !== null,
  run() {
    const obstacle = saveObstacle(currentPlace());
    if (obstacle) {
      return useNotices.getState().show({ tone: 'neutral', title: 'Not saved', message: obstacle });
    }
    const navigation = useNavigation.getState();
    if (navigation.tab !== 'edit') navigation.openTab('edit');
    navigation.openDialog('save-version');
  },
};

export const discardDraft: Command = {
  id: 'discard-draft',
  name: 'Discard draft',
  group: 'Edit',
  keywords: ['revert', 'reset', 'undo all'],
  isAvailable() {
    const place = currentPlace();
    return place !== null && isChanged(useEditor.getState(), placeKey(place));
  },
  run() {
    const place = currentPlace();
    if (place) useEditor.getState().discardDraft(place);
  },
};

const earlierDrafts: Command = {
  id: 'earlier-drafts',
  name: 'Earlier drafts',
  group: 'Edit',
  keywords: ['recover', 'bring back', 'lost', 'history', 'backup'],
  isAvailable: () => currentPlace() !== null,
  run: () => useNavigation.getState().openDialog('earlier-drafts'),
};

/** Leads from elsewhere to the field of a variable. */
export function fillIn(name: string): void {
  useNavigation.getState().openTab('edit');
  requestAnimationFrame(() => goToVariableField(name));
}

/** What can be done with the text of the open prompt. */
export const editorCommands: readonly Command[] = [saveVersion, discardDraft, earlierDrafts, ...textCommands];
