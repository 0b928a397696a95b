import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { placeKey } from '../connections/connections-store.ts';
import { discardDraft, saveVersion } from './commands.ts';
import { useEditor } from './editor-store.ts';
import { findSaveObstacle, hasChanges } from './prompt-document.ts';

/** What can be done with the text: save it as a version, or go back to the last one. */
export function SaveActions({ place }: { readonly place: PromptPlace }) {
  const document = useEditor((state) => state.documents[placeKey(place)]);
  const obstacle = findSaveObstacle(document);
  return (
    <>
      {document && hasChanges(document) ? <CommandButton command={discardDraft} variant="subtle" /> : null}
      <CommandButton
        command={saveVersion}
        withHint
        obstacle={obstacle}
        loading={document?.isSaving ?? false}
      />
    </>
  );
}
