import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { discardDraft, saveVersion } from './commands.ts';
import { isChanged, useEditor } from './editor-store.ts';
import { findSaveObstacle } from './prompt-document.ts';

/** What can be done with the text: save it as a version, or go back to the last one. */
export function SaveActions({ place }: { readonly place: PromptPlace }) {
  const key = placeKey(place);
  // Each letter changes the document, hardly ever what is drawn here.
  const obstacle = useEditor((state) => findSaveObstacle(state.documents[key]));
  const canDiscard = useEditor((state) => isChanged(state, key));
  const isSaving = useEditor((state) => state.documents[key]?.isSaving ?? false);
  return (
    <>
      {canDiscard ? <CommandButton command={discardDraft} variant="subtle" /> : null}
      <CommandButton command={saveVersion} withHint obstacle={obstacle} loading={isSaving} />
    </>
  );
}
