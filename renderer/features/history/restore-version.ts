import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { restoredNote } from '../../format/restored-note.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useVersions } from './versions-store.ts';

/** Puts the text of an older version into the editor, as a draft. What stood there comes back with Undo. */
export async function restoreVersion(place: PromptPlace, version: number): Promise<void> {
  try {
    const text = await useVersions.getState().read(place, version);
    const title = findPrompt(useLibrary.getState(), place.connection, place.prompt)?.title;
    await useEditor.getState().open(place);
    const { replaceText, documents } = useEditor.getState();
    const base = documents[placeKey(place)]?.base;
    // What was saved last is no draft.
    const asWhat = base?.version === version ? '' : ', as a draft';
    const notice = `v${version} of ${title ?? place.prompt} is in the editor${asWhat}`;
    replaceText(place, text, notice, { note: restoredNote(version) });
    useNavigation.getState().openTab('edit');
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}
