import type { Command } from '../../command.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';

const mergeBothTexts: Command = {
  id: 'merge-both-texts',
  name: 'Merge both texts',
  group: 'Edit',
  keywords: ['conflict', 'theirs', 'mine'],
  isAvailable() {
    const place = currentPlace();
    const document = place ? useEditor.getState().documents[placeKey(place)] : undefined;
    return Boolean(document?.conflict ?? document?.newer);
  },
  run: () => useNavigation.getState().openDialog('merge'),
};

/** What can be done where somebody saved in between. */
export const mergeCommands: readonly Command[] = [mergeBothTexts];
